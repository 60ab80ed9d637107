package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language of mails and replies is resources only, and its gaps are found. */
class LanguageGapsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/orderly/mail");

    /** The languages in which core says its reasons: who reads those gets mails as well. */
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
        assertThat(LanguageGaps.in(FOLDER, languagesOfCore())).isEmpty();
    }

    @Test
    void whatever_a_new_language_lacks_is_listed(@TempDir Path copy) throws IOException {
        copy(copy);
        Files.writeString(copy.resolve("inbound/de.properties"), """
                left-out = [Anhang nicht behalten: {0}]
                left-out-others = [Weitere: {0}]
                shortened =
                charset = windows-1252
                quote-divider = ursprüngliche nachricht
                quote-opening = am
                quote-date-word =
                quote-written-by =
                quote-verb = schrieb
                quote-sender-header = von
                quote-other-header = gesendet | an
                auto-reply = abwesend
                auto-answer = abwesend
                """);

        assertThat(LanguageGaps.in(copy, List.of("de")))
                .containsExactly(
                        "de: inbound/languages does not list it",
                        "de: inbound/de.properties lacks added-line"
                                + " (English: sent from | sent with | sent via | get outlook for)",
                        "de: left-out has the places [{0}], English [{0}, {1}]",
                        "de: inbound/de.properties lacks shortened"
                                + " (English: [Shortened; the whole text is in reply.txt])",
                        "de: inbound/de.properties has auto-answer, which English has not",
                        "de: texts/any/de/comment.mail.txt is missing",
                        "de: texts/index does not list any/de/comment.mail.txt",
                        "de: texts/any/de/comment.sms.txt is missing",
                        "de: texts/index does not list any/de/comment.sms.txt",
                        "de: texts/any/de/step.mail.txt is missing",
                        "de: texts/index does not list any/de/step.mail.txt",
                        "de: texts/any/de/step.sms.txt is missing",
                        "de: texts/index does not list any/de/step.sms.txt",
                        "de: texts/words/de.properties is missing",
                        "de: texts/index does not list words/de.properties");
    }

    @Test
    void a_text_that_is_taken_out_is_listed(@TempDir Path copy) throws IOException {
        copy(copy);
        Files.delete(copy.resolve("texts/any/pl/step.sms.txt"));
        Files.writeString(
                copy.resolve("texts/words/el.properties"),
                Files.readString(copy.resolve("texts/words/el.properties")).replaceAll("(?m)^yes.*$", ""));

        assertThat(LanguageGaps.in(copy, List.of()))
                .containsExactly(
                        "el: texts/words/el.properties lacks yes (English: yes)",
                        "pl: texts/any/pl/step.sms.txt is missing");
    }

    private static void copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path there = target.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
            }
        }
    }
}
