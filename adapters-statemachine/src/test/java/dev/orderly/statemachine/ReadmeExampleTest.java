package dev.orderly.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README's section on running Orderly on Spring Statemachine shows is the program that runs here. */
class ReadmeExampleTest {

    private static final Pattern SECTION =
            Pattern.compile("(?s)## Run Orderly on Spring Statemachine\n(.*?)(?=\n## |\\z)");
    private static final Path SOURCE = Path.of("src/test/java/dev/orderly/statemachine/ReadmeExample.java");

    private static List<String> blocks(String language) throws IOException {
        String section = SECTION.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(section)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Nested classes are written as if they stood alone. */
    private static String plain(String code) {
        return code.replace("private static final class", "final class").replaceAll("(?m)^ +", "");
    }

    @Test
    void the_program_is_the_one_that_runs_here() throws IOException {
        assertThat(blocks("java"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(plain(Files.readString(SOURCE))).contains(plain(block)));
    }

    @Test
    void it_prints_what_the_readme_says() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ReadmeExample.run();
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(blocks("text").get(0));
    }
}
