package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsDiagramsTest {

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void the_pictures_in_the_docs_are_those_that_the_program_draws(String preset) {
        assertIsDrawn(preset, preset, preset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"furniture", "marketplace", "spryker", "vendure"})
    void so_are_those_of_the_whole_shops(String shop) {
        assertIsDrawn(shop, Path.of("..", "docs", "shops", shop + ".yaml").toString(), "docs/shops/" + shop + ".yaml");
    }

    private static void assertIsDrawn(String name, String workflow, String said) {
        String drawn = Cli.run("diagram", workflow, "--format", "svg").out();

        assertThat(Path.of("..", "docs", "diagrams", name + ".svg"))
                .as("draw it again: diagram %s --format svg --out docs/diagrams/%s.svg", said, name)
                .content()
                .isEqualTo(drawn);
    }
}
