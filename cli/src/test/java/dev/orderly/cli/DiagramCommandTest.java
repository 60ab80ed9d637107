package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagramCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"mermaid,stateDiagram-v2", "dot,digraph", "plantuml,@startuml", "svg,<svg"})
    void a_preset_is_drawn_in_every_format(String format, String sign) {
        Cli answer = Cli.run("diagram", "bookstore", "--format", format);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains(sign, "Fakturownia");
    }

    @Test
    void the_labels_are_in_the_language_that_is_asked_for() {
        assertThat(Cli.run("diagram", "bookstore", "--language", "en").out())
                .contains("Invoicing")
                .doesNotContain("Fakturownia");
    }

    @Test
    void a_language_without_labels_is_refused_with_those_there_are() {
        Cli answer = Cli.run("diagram", "bookstore", "--language", "fr");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualToIgnoringNewLines("workflow bookstore has no labels in the language \"fr\", only in pl, en");
    }

    @Test
    void an_unknown_format_is_refused_with_those_there_are() {
        Cli answer = Cli.run("diagram", "bookstore", "--format", "png");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("mermaid, dot, plantuml, svg").doesNotContain("\tat ");
    }

    @Test
    void the_drawing_goes_to_a_file_if_one_is_named() throws IOException {
        Path file = folder.resolve("bookstore.dot");

        Cli answer = Cli.run("diagram", "bookstore", "--format", "dot", "--out", file);

        assertThat(answer).isEqualTo(new Cli(0, "", ""));
        assertThat(Files.readString(file))
                .isEqualTo(Cli.run("diagram", "bookstore", "--format", "dot").out());
    }

    @Test
    void a_workflow_with_errors_is_not_drawn() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "workflow: broken\nversion: 1\nstatuses: {}\n");

        Cli answer = Cli.run("diagram", file);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(file + ":1:", ": error: missing-key: ");
    }
}
