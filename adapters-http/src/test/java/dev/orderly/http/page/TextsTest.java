package dev.orderly.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void every_language_has_every_sentence_and_fills_in_the_same_values() {
        Texts english = Texts.of("en");
        for (String language : Texts.LANGUAGES) {
            Texts texts = Texts.of(language);

            assertThat(texts.keys()).as(language).isEqualTo(english.keys());
            for (String key : english.keys()) {
                String here = texts.get(key, "‹0›", "‹1›");
                String there = english.get(key, "‹0›", "‹1›");
                assertThat(here.contains("‹0›")).as(language + " " + key).isEqualTo(there.contains("‹0›"));
                assertThat(here.contains("‹1›")).as(language + " " + key).isEqualTo(there.contains("‹1›"));
            }
        }
    }

    @Test
    void an_unknown_language_is_answered_in_english() {
        assertThat(Texts.of("tlh").get("talk.send")).isEqualTo("Send");
    }

    @Test
    void a_sentence_that_there_is_not_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.of("en").get("no.such"))
                .withMessage("the pages have no text \"no.such\" in en");
    }
}
