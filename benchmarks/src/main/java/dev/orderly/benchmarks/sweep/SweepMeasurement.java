package dev.orderly.benchmarks.sweep;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
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

/** Due deadlines, beside bulk SQL that does the same rows. */
public final class SweepMeasurement implements Measurement {

    private static final double GOAL = 0.3;

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public SweepMeasurement() {}

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String title() {
        return "A sweep of due deadlines";
    }

    @Override
    public String what() {
        return """
                Orders per second that `Orders.sweep()` moves, of which all are due at once, beside bulk SQL in one
                transaction that moves as many in tables written by hand: with the same guards, a row of history each, and
                its chained hash. The bulk SQL decides nothing, notifies no one, and must do all or nothing.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        int orders = setting.quick() ? 5_000 : 100_000;
        int turns = 3;
        Table table = Table.of(
                "",
                "",
                "",
                String.format(Locale.ROOT, "orders per second, of %,d due", orders),
                "Orderly's speed beside it");
        List<Goal> goals = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (DatabaseProduct kind : List.of(DatabaseProduct.H2, DatabaseProduct.POSTGRESQL)) {
            setting.say("  %s", kind.title());
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(2)) {
                List<SweepResult> results = SweepBenchmark.run(source, orders, turns);
                Figures orderly = results.get(0).perSecond();
                Figures bulk = results.get(1).perSecond();
                double ratio = orderly.median() / bulk.median();
                table = table.row(kind.title(), results.get(0).name(), orderly.text(), "")
                        .row("", results.get(1).name(), bulk.text(), Figures.ratio(ratio));
                goals.add(Goal.atLeast("a sweep on " + kind.title() + ", beside bulk SQL", GOAL, ratio));
                groups.add(new Group(
                        kind.title(),
                        results.stream()
                                .map(r -> new Bar(r.name(), r.perSecond().median()))
                                .toList()));
            }
        }
        return Findings.of(table)
                .goals(goals)
                .charts(new BarChart("rates", "Orders per second that come due", BarChart.Scale.LINEAR, groups));
    }
}
