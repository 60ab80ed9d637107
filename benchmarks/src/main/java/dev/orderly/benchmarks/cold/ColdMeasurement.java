package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.peers.Effort;
import dev.orderly.benchmarks.report.BarChart;
import dev.orderly.benchmarks.report.BarChart.Bar;
import dev.orderly.benchmarks.report.BarChart.Group;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The way from a program's start to its first decision. */
public final class ColdMeasurement implements Measurement {

    private static final double ORDERLY = 300;
    private static final double TABLE = 100;

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public ColdMeasurement() {}

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String title() {
        return "A cold start";
    }

    @Override
    public String what() {
        return """
                Milliseconds from the start of a Java process to its first decision, in parts: until `main` runs, until the
                definition is there (read and checked, where it is a file), until it is checked (once more) and compiled,
                and until the decision. Medians of many starts in alternation, from a jar with the program and what it
                needs; the second half with an archive of classes (AppCDS) that an earlier start has left.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        List<ColdResult> results = ColdStart.measure(Effort.of(setting.quick()));
        Table table = Table.of(
                "",
                "",
                "archive",
                "ms",
                "least",
                "JVM",
                "definition",
                "compiled",
                "decision",
                "classes",
                "of these read from a jar",
                "times the table");
        List<Goal> goals = new ArrayList<>();
        for (ColdResult result : results) {
            table = table.row(
                    result.program().title(),
                    result.archived() ? "yes" : "",
                    Figures.number(result.total()),
                    Figures.number(result.least()),
                    Figures.number(result.machine()),
                    Figures.number(result.definition()),
                    Figures.number(result.compilation()),
                    Figures.number(result.decision()),
                    String.format(Locale.ROOT, "%,d", result.classes()),
                    String.format(Locale.ROOT, "%,d", result.parsed()),
                    Figures.ratio(result.timesTable()));
            if (!result.archived()) {
                boolean byHand = result.program() == Program.TABLE;
                goals.add(Goal.below(
                        "ms until the first decision, " + result.program().title(),
                        byHand ? TABLE : ORDERLY,
                        result.total()));
            }
        }
        return Findings.of(table).goals(goals).charts(chart(results));
    }

    private static BarChart chart(List<ColdResult> results) {
        return new BarChart(
                "start",
                "Milliseconds from the start to the first decision",
                BarChart.Scale.LINEAR,
                List.of(group("plain", results, false), group("with an archive of classes", results, true)));
    }

    private static Group group(String label, List<ColdResult> results, boolean archived) {
        return new Group(
                label,
                results.stream()
                        .filter(result -> result.archived() == archived)
                        .map(result -> new Bar(result.program().title(), result.total()))
                        .toList());
    }
}
