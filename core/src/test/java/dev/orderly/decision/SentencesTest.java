package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/orderly/decision");

    /** Not sentences of core's own refusals: words for values, and the refusal of an interceptor. */
    private static final Set<String> OTHERS = Set.of("true", "false", "total", "vetoed");

    private static final Map<String, Rejected> REFUSALS = RefusalAssert.bySentence();
    private static final Workflow STALL = MarketplaceStall.shipping(t -> {}).build();

    @Test
    void each_english_sentence_is_used_by_a_refusal() throws IOException {
        Set<String> sentences = new TreeSet<>(english().stringPropertyNames());
        sentences.removeAll(OTHERS);

        assertThat(REFUSALS.keySet()).containsExactlyInAnyOrderElementsOf(sentences);
    }

    @Test
    void no_language_lacks_anything_that_english_has() throws IOException {
        assertThat(ReasonGaps.in(FOLDER)).isEmpty();
    }

    @Test
    void whatever_a_new_language_lacks_is_listed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("languages"), "en\nfr\n");
        Files.writeString(folder.resolve("reasons_en.properties"), """
                too-late=It was possible until {until}.
                true=yes
                unknown-order=There is no order {order}.
                """);
        Files.writeString(folder.resolve("reasons_de.properties"), """
                too-late=Es ging bis {bis}.
                true=ja
                wahr=ja
                """);

        assertThat(ReasonGaps.in(folder))
                .containsExactly(
                        "de: the resource \"languages\" does not list it",
                        "de: too-late has the parameters [{bis}], English [{until}]",
                        "de: reasons_de.properties lacks unknown-order (English: There is no order {order}.)",
                        "de: reasons_de.properties has wahr, which English has not",
                        "fr: reasons_fr.properties is missing");
    }

    static List<String> languages() throws IOException {
        return ReasonGaps.languages(FOLDER);
    }

    static List<String> otherLanguages() throws IOException {
        return languages().stream().filter(language -> !language.equals("en")).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_sentence_has_a_parameter_left_over(String language) {
        REFUSALS.forEach((key, rejected) -> assertThat(rejected.explain(STALL, language))
                .as(key)
                .isNotBlank()
                .doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
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
        assertThat(polish.withSentence("en", "Blocked.").sentence(STALL, "ru")).isEqualTo("Blocked.");
    }

    private static Properties english() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve("reasons_en.properties"))) {
            properties.load(reader);
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
