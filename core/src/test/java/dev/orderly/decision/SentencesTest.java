package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static final Map<String, Rejected> REFUSALS = RefusalAssert.bySentence();
    private static final Workflow STALL = MarketplaceStall.shipping(t -> {}).build();

    @Test
    void each_english_sentence_is_used_by_a_refusal() {
        Set<String> sentences = new TreeSet<>(placeholders("en").keySet());
        sentences.removeAll(Set.of("true", "false"));

        assertThat(REFUSALS.keySet()).containsExactlyInAnyOrderElementsOf(sentences);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "el", "bg", "ru"})
    void a_language_has_the_sentences_of_english_with_the_same_parameters(String language) {
        assertThat(placeholders(language)).isEqualTo(placeholders("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "el", "bg", "ru"})
    void no_sentence_has_a_parameter_left_over(String language) {
        REFUSALS.forEach((key, rejected) -> assertThat(rejected.explain(STALL, language))
                .as(key)
                .isNotBlank()
                .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "el", "bg", "ru"})
    void a_language_has_its_own_words(String language) {
        REFUSALS.forEach((key, rejected) -> {
            if (!key.equals("data-invalid")) {
                assertThat(rejected.explain(STALL, language)).as(key).isNotEqualTo(rejected.explain(STALL, "en"));
            }
        });
    }

    @Test
    void a_language_that_the_library_does_not_know_gets_english() {
        assertThat(Rejected.unknownOrder("7").explain(STALL, "xx")).isEqualTo("There is no order 7.");
    }

    @Test
    void a_language_that_is_no_language_gets_english() {
        assertThat(Rejected.unknownOrder("7").explain(STALL, "../en")).isEqualTo("There is no order 7.");
    }

    @Test
    void a_value_that_looks_like_a_parameter_stays_as_it_is() {
        assertThat(Rejected.unknownOrder("{order} $1 \\").explain(STALL, "en"))
                .isEqualTo("There is no order {order} $1 \\.");
    }

    @Test
    void a_guards_own_sentence_takes_parameters_of_any_name() {
        Reason reason = Reason.of("over-limit", "en", "{creditLimit} is left, {open_amount} is asked.")
                .with("creditLimit", 5)
                .with("open_amount", 7);

        assertThat(reason.sentence(STALL, "en")).isEqualTo("5 is left, 7 is asked.");
    }

    @Test
    void a_guards_own_sentence_falls_back_to_english_then_to_any_language() {
        Reason polish = Reason.of("blocked", "pl", "Zablokowane.");

        assertThat(polish.sentence(STALL, "ru")).isEqualTo("Zablokowane.");
        assertThat(polish.and("en", "Blocked.").sentence(STALL, "ru")).isEqualTo("Blocked.");
    }

    private static Map<String, Set<String>> placeholders(String language) {
        Map<String, Set<String>> placeholders = new TreeMap<>();
        read(language).forEach((key, text) -> {
            Set<String> names = new TreeSet<>();
            Matcher matcher = Pattern.compile("\\{([^}]*)}").matcher((String) text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            placeholders.put((String) key, names);
        });
        return placeholders;
    }

    private static Properties read(String language) {
        Properties properties = new Properties();
        String name = "reasons_" + language + ".properties";
        try (InputStream resource = Objects.requireNonNull(Sentences.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
        return properties;
    }

    @Test
    void yes_and_no_are_said_in_the_reader_s_language() {
        Rejected refusal = Rejected.because(Reason.of(Reason.CONDITION_NOT_MET)
                .with("field", "paid")
                .with("expected", "true")
                .with("actual", "false"));

        assertThat(refusal.explain(STALL, "pl")).isEqualTo("paid: wymagana wartość to tak, a jest nie.");
        assertThat(refusal.explain(STALL, "en")).isEqualTo("paid must be yes, but is no.");
    }

    @Test
    void a_time_is_told_by_the_clocks_of_the_shop() {
        Workflow inWarsaw =
                MarketplaceStall.shipping(t -> {}).zone("Europe/Warsaw").build();
        Reason reason =
                Reason.of(Reason.TOO_LATE).with("event", "ship").with("until", Instant.parse("2026-07-01T22:30:59.9Z"));

        assertThat(reason.sentence(inWarsaw, "en")).isEqualTo("“Ship” was possible until 2026-07-02 00:30:59.");
    }
}
