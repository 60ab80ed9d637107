package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void without_a_command_it_says_which_there_are() {
        Cli answer = Cli.run();

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("Say what to do: a command is missing")
                .contains("demo", "check", "diagram", "replay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "check", "diagram", "replay", "serve", "key"})
    void every_command_explains_itself_with_examples(String command) {
        Cli answer = Cli.run(command, "--help");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("Usage: orderly " + command, "Examples:", "  orderly " + command);
    }

    @Test
    void a_mistyped_command_is_answered_with_the_nearest() {
        Cli answer = Cli.run("repaly");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("Did you mean: orderly replay");
    }

    @Test
    void a_mistyped_preset_is_answered_with_the_nearest() {
        Cli answer = Cli.run("diagram", "bookstroe");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualToIgnoringNewLines("there is no preset and no file \"bookstroe\": did you mean bookstore?"
                        + " (presets: " + String.join(", ", Presets.names()) + ")");
    }

    @Test
    void a_name_that_is_like_nothing_is_answered_with_the_presets() {
        assertThat(Cli.run("diagram", "zzz").err())
                .isEqualToIgnoringNewLines(
                        "there is no preset and no file \"zzz\" (presets: " + String.join(", ", Presets.names()) + ")");
    }

    @Test
    void what_ends_like_a_file_is_missed_as_a_file() {
        Cli answer = Cli.run("diagram", "nowhere.yaml");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).isEqualToIgnoringNewLines("nowhere.yaml cannot be read: there is no such file");
    }

    @Test
    void a_name_that_no_file_can_have_is_a_mistake_like_another() {
        Cli answer = Cli.run("diagram", "a\0b");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("cannot be the name of a file").doesNotContain("\tat ");
    }

    @Test
    void debug_shows_where_a_mistake_was_noticed() {
        assertThat(Cli.run("diagram", "nowhere.yaml", "--debug").err()).contains("\tat dev.orderly.cli.");
    }

    @Test
    void it_knows_its_version() {
        assertThat(Cli.run("--version").out()).startsWith("orderly ");
    }
}
