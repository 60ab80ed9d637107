package dev.orderly.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language of the pages is resources only, and its gaps are found. */
class TextGapsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/orderly/http/page");

    /** The languages in which core says its reasons: who reads those gets pages as well. */
    private static List<String> languagesOfCore() throws IOException {
        try (InputStream index =
                Objects.requireNonNull(Orders.class.getResourceAsStream("/dev/orderly/decision/languages"))) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void no_language_lacks_anything_that_english_has() throws IOException {
        assertThat(languagesOfCore()).contains("en", "pl");
        assertThat(TextGaps.in(FOLDER, languagesOfCore())).isEmpty();
    }

    @Test
    void the_pages_have_no_language_that_core_has_not() throws IOException {
        assertThat(Texts.LANGUAGES).containsExactlyInAnyOrderElementsOf(languagesOfCore());
    }

    @Test
    void whatever_a_new_language_lacks_is_listed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("languages"), "en\nel\n");
        Files.writeString(folder.resolve("texts_en.properties"), """
                order = Order {0}
                line.from = available from {0}
                talk.send = Send
                talk.text = Your message
                """);
        Files.writeString(folder.resolve("texts_de.properties"), """
                order = Bestellung {1}
                line.from = ab {0} gibt's das
                talk.text =
                talk.sendet = Senden
                """);

        assertThat(TextGaps.in(folder, List.of("en", "fr")))
                .containsExactly(
                        "de: the resource \"languages\" does not list it",
                        "de: line.from has a single ', which the pages would not show: write ’",
                        "de: order has the places [{1}], English [{0}]",
                        "de: texts_de.properties lacks talk.send (English: Send)",
                        "de: texts_de.properties lacks talk.text (English: Your message)",
                        "de: texts_de.properties has talk.sendet, which English has not",
                        "el: texts_el.properties is missing",
                        "fr: the resource \"languages\" does not list it",
                        "fr: texts_fr.properties is missing");
    }
}
