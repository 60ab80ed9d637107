package dev.orderly.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a reader runs it. */
@Tag("processes")
class TaleIT {

    @TempDir
    Path folder;

    @Test
    void prints_its_story() throws Exception {
        Result result = run();

        assertThat(result.output()).isEqualTo(Files.readString(Path.of("story.txt")));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void ends_with_an_error_where_it_does_not_go_as_told() throws Exception {
        Path twoCopies = folder.resolve("schema.sql");
        String schema = Files.readString(Path.of("src", "main", "resources", "schema.sql"));
        Files.writeString(twoCopies, schema.replace("'Dune', 1", "'Dune', 2"));

        Result result = run("--spring.sql.init.schema-locations=file:" + twoCopies);

        assertThat(result.output()).contains("should have been refused: there is no copy of dune left");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private record Result(int exitCode, String output) {}

    private static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/spring-boot-shop.jar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
