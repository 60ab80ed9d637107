package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuoteStripperTest {

    /** Each file has the words that must stay, a line of five equals signs, and the mail as its program writes it. */
    static List<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(QuoteStripperTest.class.getResource("replies"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_words_of_a_reply_stay_and_what_it_quotes_goes(Path sample) throws IOException {
        String[] parts = Files.readString(sample).split("\n=====\n", 2);
        boolean html = sample.toString().endsWith(".html");

        String text = html ? HtmlText.of(parts[1]) : parts[1];

        assertThat(QuoteStripper.of(TextSanitizer.of(text))).isEqualTo(parts[0]);
    }

    @Test
    void there_are_samples_of_all_languages_and_programs() throws IOException, URISyntaxException {
        assertThat(samples()).hasSizeGreaterThan(45);
    }

    @Test
    void lines_made_to_keep_a_pattern_busy_are_done_with_at_once() {
        String line = "on " + "1, ".repeat(130) + "<".repeat(5);
        String mail = (line + "\n").repeat(2000) + "On 2026 " + "a@b ".repeat(200_000) + "wrote:";

        assertThat(QuoteStripper.of(mail)).startsWith("on 1, 1, ");
    }

    @Test
    void html_that_is_nested_without_end_is_read_all_the_same() {
        String html = "<div><blockquote>".repeat(30_000) + "deep down" + "<p>shallow";

        assertThat(HtmlText.of(html)).contains("> deep down");
    }

    @Test
    void html_that_is_broken_is_read_as_far_as_it_goes() {
        assertThat(HtmlText.of("<p>one <b>two<p>three</table></div>&lt;four&gt; &#x1F4DA;<!-- five"))
                .isEqualTo("one two\n\nthree<four> 📚");
    }
}
