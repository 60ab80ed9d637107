package dev.orderly.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.error.PSystemError;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write for a tool, the tool itself reads. */
class RealToolsTest {

    /** The presets and the whole shops of the documentation, which have units and flows. */
    static Stream<Arguments> workflowsInTheirLanguages() {
        Stream<Workflow> presets =
                Presets.names().stream().map(name -> Presets.find(name).orElseThrow());
        Stream<Workflow> shops = Stream.of("furniture", "marketplace", "spryker", "vendure")
                .map(name -> WorkflowFiles.load(Path.of("../docs/shops", name + ".yaml")));
        return Stream.concat(presets, shops)
                .flatMap(workflow -> workflow.languages().stream().map(language -> Arguments.of(workflow, language)));
    }

    @ParameterizedTest
    @MethodSource("workflowsInTheirLanguages")
    void plantuml_reads_what_is_written_for_it(Workflow workflow, String language) {
        String text = DiagramFormat.PLANTUML.write(workflow, language);

        List<BlockUml> blocks = new SourceStringReader(text).getBlocks();

        assertThat(blocks).hasSize(1);
        Diagram read = blocks.get(0).getDiagram();
        assertThat(read).isNotInstanceOf(PSystemError.class);
        assertThat(read.getDescription().getDescription()).contains("entities");
    }

    @ParameterizedTest
    @MethodSource("workflowsInTheirLanguages")
    void graphviz_reads_what_is_written_for_it(Workflow workflow, String language, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeGraphviz();
        Path picture = folder.resolve("picture.svg");
        Process dot = new ProcessBuilder("dot", "-Tsvg", "-o", picture.toString())
                .redirectErrorStream(true)
                .start();
        dot.getOutputStream().write(DiagramFormat.DOT.write(workflow, language).getBytes(StandardCharsets.UTF_8));
        dot.getOutputStream().close();
        String said = new String(dot.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(dot.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        long nodes = Files.readString(picture)
                .lines()
                .filter(line -> line.contains("class=\"node\""))
                .count();
        assertThat(nodes).isGreaterThan(workflow.statuses().size());
    }

    /** Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the test says that it did not run. */
    private static void assumeGraphviz() throws InterruptedException {
        boolean found;
        try {
            found = new ProcessBuilder("dot", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            found = false;
        }
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(found).as("Graphviz's dot must be installed here").isTrue();
        }
        assumeTrue(found, "Graphviz's dot is not installed, so no tool reads our DOT here");
    }
}
