package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.benchmarks.report.Turns;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Steps that move units of few and of many lines, beside steps of a workflow that does not look at units. */
public final class UnitsMeasurement implements Measurement {

    private static final int STEPS = 6;
    private static final Actor STAFF = Actor.of("staff", "anna");

    private final List<DatabaseProduct> kinds;
    private final long nanos;

    /** On all databases. */
    public UnitsMeasurement() {
        this(List.of(DatabaseProduct.H2, DatabaseProduct.POSTGRESQL, DatabaseProduct.MARIADB), 2_000_000_000L);
    }

    UnitsMeasurement(List<DatabaseProduct> kinds, long nanos) {
        this.kinds = kinds;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public String title() {
        return "Units of lines";
    }

    @Override
    public String what() {
        return """
                Orders' lives of seven steps, the first of which places the order, one order after another. In each of
                the others, all units of all lines go from one item status to the next, and the database counts them.
                Figures are microseconds for a step, from reading the order to the commit: the median of all turns, and
                the fastest and slowest. *Without item statuses* is the same workflow that does not look at units, with
                an order of one line.
                """;
    }

    /** What an order looks like. */
    private enum Size {
        PLAIN("without item statuses", 1, false),
        ONE("1 line", 1, true),
        FIVE("5 lines", 5, true),
        HUNDRED("100 lines", 100, true);

        private final String title;
        private final int lines;
        private final boolean units;

        Size(String title, int lines, boolean units) {
            this.title = title;
            this.lines = lines;
            this.units = units;
        }

        private List<Line> ordered() {
            return IntStream.rangeClosed(1, lines)
                    .mapToObj(i -> Line.of("978-83-08-" + i, "Solaris", 3))
                    .toList();
        }

        private Workflow workflow() {
            WorkflowBuilder<String, String> builder = Workflow.builder(units ? "units" : "plain")
                    .status("open", s -> {})
                    .status("closed", s -> s.done())
                    .transition("place", t -> t.to("open"))
                    .transition("close", t -> t.from("open").to("closed").by("staff"));
            for (int i = 1; i <= STEPS; i++) {
                int step = i;
                builder.transition("step-" + step, t -> {
                    t.from("open").by("staff");
                    if (units) {
                        t.items(item(step - 1), item(step));
                    }
                });
            }
            if (units) {
                builder.items(IntStream.rangeClosed(0, STEPS)
                        .mapToObj(i -> Status.builder(item(i)).done(true).build())
                        .toArray(Status[]::new));
            }
            return builder.build();
        }

        private static String item(int place) {
            return "place-" + place;
        }
    }

    /** Orders of one size in one database. */
    private static final class Contender {

        private final Size size;
        private final Orders orders;
        private final long nanos;
        private int placed;

        Contender(Size size, HikariDataSource source, long nanos) {
            this.size = size;
            this.nanos = nanos;
            orders = Orders.builder(JdbcOrderStore.builder(source).migrate().build())
                    .workflow(size.workflow())
                    .build();
        }

        /** Microseconds for a step. */
        double take() {
            long begin = System.nanoTime();
            long lives = 0;
            long passed = 0;
            while (passed < nanos) {
                live();
                lives++;
                passed = System.nanoTime() - begin;
            }
            return passed / 1000.0 / lives / (STEPS + 1);
        }

        private void live() {
            String number = size + "-" + ++placed;
            orders.place(
                            number,
                            Request.of("place", Actor.customer())
                                    .withLines(size.ordered().toArray(Line[]::new)))
                    .orThrow();
            for (int i = 1; i <= STEPS; i++) {
                orders.fire(number, Request.of("step-" + i, STAFF)).orThrow();
            }
        }
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(3, 3) : new Turns(3, 7);
        long each = setting.quick() ? nanos / 4 : nanos;
        Table table = Table.of("A step", "", "", "microseconds", "times one without item statuses");
        List<Goal> goals = new ArrayList<>();
        for (DatabaseProduct kind : kinds) {
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(1)) {
                setting.say("  %s", kind.title());
                Map<Size, Figures> figures = figures(source, turns, each);
                double plain = median(figures, Size.PLAIN);
                String label = kind.title();
                for (Map.Entry<Size, Figures> one : figures.entrySet()) {
                    table = table.row(
                            label,
                            one.getKey().title,
                            one.getValue().text(),
                            one.getKey() == Size.PLAIN
                                    ? ""
                                    : Figures.ratio(one.getValue().median() / plain));
                    label = "";
                }
                goals.add(goal(kind, Size.FIVE, 1.5, median(figures, Size.FIVE) / plain));
                goals.add(goal(kind, Size.HUNDRED, 5, median(figures, Size.HUNDRED) / plain));
            }
        }
        return Findings.of(table).goals(goals);
    }

    private static Map<Size, Figures> figures(HikariDataSource source, Turns turns, long nanos) throws Exception {
        Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
        for (Size size : Size.values()) {
            Contender contender = new Contender(size, source, nanos);
            contenders.put(size.name(), contender::take);
        }
        Map<Size, Figures> figures = new LinkedHashMap<>();
        turns.of(contenders).forEach((name, all) -> figures.put(Size.valueOf(name), all));
        return figures;
    }

    private static double median(Map<Size, Figures> figures, Size size) {
        Figures all = figures.get(size);
        if (all == null) {
            throw new IllegalArgumentException("there are no figures of " + size);
        }
        return all.median();
    }

    private static Goal goal(DatabaseProduct kind, Size size, double bound, double ratio) {
        return Goal.below(
                "a step that moves units of " + size.title + " on " + kind.title()
                        + ", times one of a workflow without item statuses",
                bound,
                ratio);
    }
}
