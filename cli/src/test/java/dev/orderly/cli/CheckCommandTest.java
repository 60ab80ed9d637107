package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String GOOD = """
            workflow: corner-shop
            version: 1
            statuses:
              new:  { label: { en: Received } }
              done: { label: { en: Delivered }, done: true }
            transitions:
              - { on: place, to: new, by: customer }
              - { on: deliver, from: new, to: done, by: carrier }
            """;

    @TempDir
    Path folder;

    @Test
    void every_preset_is_clean() {
        List<String> arguments = new ArrayList<>(Presets.names());
        arguments.add(0, "check");

        Cli answer = Cli.run(arguments.toArray());

        String summary = Presets.names().size() + " files, 0 errors, 0 warnings";
        assertThat(answer).isEqualTo(new Cli(0, line(summary), ""));
    }

    @Test
    void a_mistake_is_shown_with_its_place_and_makes_the_exit_code_1() throws IOException {
        Path file = write("shop.yaml", GOOD.replace("from: new", "from: nwe"));

        Cli answer = Cli.run("check", file);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains(file + ":8:").contains(": error: unknown-status: ");
        assertThat(answer.out()).containsPattern("1 file, \\d+ errors?, \\d+ warnings?");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void a_warning_alone_keeps_the_exit_code_0() throws IOException {
        Path file = write("shop.yaml", GOOD.replace("{ en: Received }", "{}"));

        Cli answer = Cli.run("check", file);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains(": warning: missing-text: ").endsWith(line("1 file, 0 errors, 1 warning"));
    }

    @Test
    void a_file_that_cannot_be_read_makes_the_exit_code_2_and_the_others_are_checked_all_the_same() throws IOException {
        Path good = write("good.yaml", GOOD);
        Path missing = folder.resolve("missing.yaml");

        Cli answer = Cli.run("check", missing, folder, good);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEqualTo(line("3 files, 0 errors, 0 warnings, 2 unreadable"));
        assertThat(answer.err())
                .isEqualTo(line(missing + " cannot be read: there is no such file")
                        + line(folder + " cannot be read: it is a folder, not a file"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
