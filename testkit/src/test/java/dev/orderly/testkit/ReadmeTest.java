package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and finds what it says. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String OWN = "what_left_the_house_is_never_cancelled";

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    private static String snippet(int number) throws IOException {
        return blocks("java").get(number);
    }

    /** The class of a snippet, which finds the page's workflow in a file. */
    private Class<?> compiled(String snippet, String workflow) throws Exception {
        Path file = folder.resolve("shop.yaml").toAbsolutePath();
        Files.writeString(file, workflow);
        String path = file.toString().replace("\\", "\\\\");
        return SnippetClass.of(snippet.replace("Path.of(\"shop.yaml\")", "Path.of(\"" + path + "\")"), folder);
    }

    private TestRun run(String snippet, String workflow) throws Exception {
        return TestRun.of(compiled(snippet, workflow));
    }

    private static String workflow() throws IOException {
        return blocks("yaml").get(0);
    }

    @Test
    void a_stranger_protects_his_workflow_in_ten_lines() throws Exception {
        TestRun run = run(snippet(0), workflow());

        assertThat(snippet(0).lines().filter(line -> !line.isBlank() && !line.startsWith("import")))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSize(11);
        assertThat(Files.readString(Path.of("README.md")))
                .contains(run.passed().stream().map(law -> "| `" + law + "` |").toList());
    }

    @Test
    void a_property_of_ones_own_fails_with_the_output_that_the_page_shows() throws Exception {
        TestRun run = TestRun.of(compiled(snippet(1), workflow()), OWN);

        assertThat(run.failed()).containsOnlyKeys(OWN);
        assertThat(run.counterexample(OWN).strip())
                .isEqualTo(blocks("text").get(0).strip());
    }

    @Test
    void a_property_of_ones_own_holds_once_the_file_is_mended() throws Exception {
        String mended = workflow().replace("from: [new, sent], to: dropped", "from: new, to: dropped");

        TestRun run = TestRun.of(compiled(snippet(1), mended), OWN);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).contains(OWN);
    }

    @Test
    void guards_and_values_are_the_users() throws Exception {
        TestRun run = run(snippet(2), workflow());

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSize(11);
    }

    @Test
    void without_the_values_the_guard_locks_orders_in() throws Exception {
        String law = "every_order_can_still_reach_a_done_status";

        TestRun run = TestRun.of(compiled(snippet(2).replace("6200001", "5200001"), workflow()), law);

        assertThat(run.failed()).containsOnlyKeys(law);
    }

    @Test
    void a_seed_is_repeated() throws Exception {
        String law = "no_illegal_transition_happens";

        TestRun run = TestRun.of(compiled(snippet(3), workflow()), law);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).contains(law);
    }

    @Test
    void a_store_runs_its_contract() throws Exception {
        TestRun run = run(snippet(4), workflow());

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(20);
    }

    @Test
    void an_engine_runs_its_contract() throws Exception {
        String law = "it_permits_nothing_that_the_definition_does_not_allow";

        TestRun run = TestRun.of(compiled(snippet(5), workflow()), law);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).contains(law);
    }
}
