package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    private final StringWriter terminal = new StringWriter();

    @Test
    void a_quick_replay_shows_nothing() {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(terminal), 1_000)) {
            progress.read(1_024, 500);
            progress.decided(1_024);
        }

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void a_longer_one_shows_rows_and_percent_on_one_line_at_most_ten_times_a_second_and_clears_it()
            throws InterruptedException {
        try (TerminalProgress progress = new TerminalProgress(new PrintWriter(terminal), 4_000)) {
            Thread.sleep(110);
            progress.read(1_024, 1_000);
            progress.read(2_048, 2_000);
        }

        assertThat(terminal.toString())
                .startsWith("\rreading   25 %  1,024 rows")
                .doesNotContain("2,048", "\n")
                .endsWith("\r");
    }
}
