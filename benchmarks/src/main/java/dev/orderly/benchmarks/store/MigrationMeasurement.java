package dev.orderly.benchmarks.store;

import dev.orderly.MigrationReport;
import dev.orderly.Orders;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The migration of all orders of a workflow to its next version, on PostgreSQL. */
public final class MigrationMeasurement implements Measurement {

    private static final double GOAL = 4_000;
    private static final int TURNS = 3;

    /** From so many orders on, one turn is enough. */
    private static final int MANY = 1_000_000;

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public MigrationMeasurement() {}

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String title() {
        return "The migration of orders to another version";
    }

    @Override
    public String what() {
        return """
                Orders per second that `orders.migration(…).run(…)` moves from one version of their workflow to the next on
                PostgreSQL, each by an entry of its own history, some hundreds in a transaction, with as many threads as are
                usual. The database is on the same machine. `-Dorderly.migrate.orders=1000000` sets how many there are, otherwise
                100,000. Each turn moves all of them to one more version.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        int orders = Integer.getInteger("orderly.migrate.orders", setting.quick() ? 5_000 : 100_000);
        List<Double> rates = new ArrayList<>();
        try (Database database = setting.databases().fresh(DatabaseProduct.POSTGRESQL)) {
            setting.say("  making %,d orders", orders);
            try (Crowd crowd = new Crowd(database.url(), orders, 1)) {
                Workflow workflow = Flow.WORKFLOW;
                for (int turn = 0; turn < (orders < MANY ? TURNS : 1); turn++) {
                    Workflow next = workflow.nextVersion().build();
                    rates.add(rate(crowd, workflow, next, setting));
                    workflow = next;
                }
            }
        }
        Figures figures = new Figures(rates);
        return Findings.of(Table.of(
                                "",
                                String.format(Locale.ROOT, "orders per second, of %,d", orders),
                                "seconds for all of them")
                        .row(figures.text(), String.format(Locale.ROOT, "%.1f", orders / figures.median())))
                .goals(List.of(Goal.atLeast("orders migrated per second", GOAL, figures.median())));
    }

    private static double rate(Crowd crowd, Workflow from, Workflow to, Setting setting) {
        Orders orders =
                Orders.builder(crowd.store()).workflow(from).workflow(to).build();
        long start = System.nanoTime();
        MigrationReport report =
                orders.migration(from.name(), from.version(), to.version()).run(Actor.of("staff"));
        double seconds = (System.nanoTime() - start) / 1e9;
        int all = crowd.orders() + 1;
        long there = crowd.store().countByStatus(to.name(), to.version()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (report.moved() != all || there != all) {
            throw new IllegalStateException("not all were moved: " + report + ", " + there);
        }
        setting.say("    %,.0f a second", all / seconds);
        return all / seconds;
    }
}
