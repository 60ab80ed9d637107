package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsDiagramsTest {

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void the_pictures_in_the_docs_are_those_that_the_program_draws(String preset) {
        String drawn = Cli.run("diagram", preset, "--format", "svg").out();

        assertThat(Path.of("..", "docs", "diagrams", preset + ".svg"))
                .as("draw it again: diagram %s --format svg --out docs/diagrams/%s.svg", preset, preset)
                .content()
                .isEqualTo(drawn);
    }
}
