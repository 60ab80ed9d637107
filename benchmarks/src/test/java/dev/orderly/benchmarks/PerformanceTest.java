package dev.orderly.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.benchmarks.report.BarChart;
import dev.orderly.benchmarks.report.BarChart.Bar;
import dev.orderly.benchmarks.report.BarChart.Group;
import dev.orderly.benchmarks.report.BarChart.Scale;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceTest {

    @TempDir
    private Path folder;

    private String printed = "";
    private String complaints = "";

    @Test
    void writes_the_page_with_figures_goals_and_pictures() {
        int code = run(List.of(section("steps", 0.95), section("lookups", 0.5)), "--quick");

        assertThat(code).isZero();
        assertThat(page())
                .startsWith("# What Orderly costs\n")
                .contains("**These figures are quick ones**")
                .contains("1 of 2 are met.")
                .contains("| steps: at least 0.90 | 0.95 | met |\n")
                .contains("| lookups: at least 0.90 | 0.50 | **not met**: [About lookups!](#about-lookups) |\n")
                .contains("""
                        ## About steps!

                        What *steps* are.

                        ```
                        java -jar benchmarks/target/benchmarks.jar --quick --only steps
                        ```

                        Of steps:

                        | a\\|b | ratio |
                        |---|---|
                        | c | 0.95 |

                        ![Picture of steps](performance/steps-all.svg)

                        """);
        assertThat(folder.resolve("performance/steps-all.svg")).content().startsWith("<svg");
        assertThat(printed).contains("steps: About steps!", "Written: " + folder.resolve("performance.md"));
    }

    @Test
    void a_section_that_fails_is_told_and_loses_no_other() {
        int code = run(List.of(failing("first", new IllegalStateException("no disk")), section("second", 1)));

        assertThat(code).isOne();
        assertThat(page())
                .contains("**Not measured, because it failed:** [About first!](#about-first).")
                .contains("**Failed:**\n\n    java.lang.IllegalStateException: no disk\n    because of"
                        + " java.io.IOException: full\n")
                .contains("| second: at least 0.90 | 1 | met |");
        assertThat(printed).contains("first: failed after 0 s", "second: done after 0 s");
    }

    @Test
    void an_error_of_the_virtual_machine_fails_its_section_only() {
        assertThat(run(List.of(failing("first", new OutOfMemoryError("heap")), section("second", 1))))
                .isOne();
        assertThat(page()).contains("java.lang.OutOfMemoryError: heap", "| second: at least 0.90 | 1 | met |");
    }

    @Test
    void a_section_that_is_measured_again_leaves_the_others_as_they_were() {
        run(List.of(section("steps", 0.95), section("lookups", 0.5)));
        run(List.of(section("steps", 0.1), section("lookups", 0.97)), "--only", "lookups");

        assertThat(page()).contains("| steps: at least 0.90 | 0.95 | met |", "| lookups: at least 0.90 | 0.97 | met |");
    }

    @Test
    void quick_figures_and_others_are_never_in_one_page() {
        run(List.of(section("steps", 0.95), section("lookups", 0.5)));
        run(List.of(section("steps", 0.1), section("lookups", 0.97)), "--only", "lookups", "--quick");

        assertThat(page()).contains("lookups").doesNotContain("steps: at least");
    }

    @Test
    void the_page_can_be_written_again_without_measuring() throws IOException {
        run(List.of(section("steps", 0.95)));
        String before = page();
        Files.delete(folder.resolve("performance.md"));

        assertThat(run(List.of(failing("steps", new IllegalStateException("measured"))), "--again"))
                .isZero();
        assertThat(page()).isEqualTo(before);
    }

    @Test
    void an_unknown_section_is_answered_with_those_that_there_are() {
        assertThat(run(List.of(section("steps", 1), section("lookups", 1)), "--only", "steps,loookups"))
                .isEqualTo(2);
        assertThat(complaints).startsWith("there is no section \"loookups\"; there are steps, lookups");
        assertThat(folder).isEmptyDirectory();
    }

    private int run(List<Measurement> known, String... options) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            String[] all = new String[options.length + 2];
            System.arraycopy(options, 0, all, 2, options.length);
            all[0] = "--to";
            all[1] = folder.toString();
            return Performance.run(known, all);
        } finally {
            System.setOut(out);
            System.setErr(err);
            printed = said.toString(StandardCharsets.UTF_8);
            complaints = complained.toString(StandardCharsets.UTF_8);
        }
    }

    private String page() {
        try {
            return Files.readString(folder.resolve("performance.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Measuring {

        Findings measure() throws Exception;
    }

    private record Section(String name, Measuring measuring) implements Measurement {

        @Override
        public String title() {
            return "About " + name + "!";
        }

        @Override
        public String what() {
            return "What *" + name + "* are.";
        }

        @Override
        public Findings measure(Setting setting) throws Exception {
            return measuring.measure();
        }
    }

    private static Measurement section(String name, double figure) {
        return new Section(
                name,
                () -> Findings.of(Table.of("Of " + name, "a|b", "ratio").row("c", String.valueOf(figure)))
                        .goals(List.of(Goal.atLeast(name, 0.9, figure)))
                        .charts(new BarChart(
                                "all",
                                "Picture of " + name,
                                Scale.LINEAR,
                                List.of(new Group("", List.of(new Bar("Orderly", figure)))))));
    }

    private static Measurement failing(String name, Throwable failure) {
        if (failure instanceof Exception) {
            failure.initCause(new IOException("full"));
        }
        return new Section(name, () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        });
    }
}
