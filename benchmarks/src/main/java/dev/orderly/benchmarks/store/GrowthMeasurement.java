package dev.orderly.benchmarks.store;

import dev.orderly.Orders;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.LineChart;
import dev.orderly.benchmarks.report.LineChart.Line;
import dev.orderly.benchmarks.report.LineChart.Point;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.benchmarks.report.Turns;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.order.Actor;
import dev.orderly.store.OrderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What things cost on PostgreSQL as orders become more, and as an order's history becomes longer. */
public final class GrowthMeasurement implements Measurement {

    private static final double GOAL = 1.5;
    private static final int SHORT_HISTORY = 10;
    private static final int LONG_HISTORY = 1000;
    private static final int ORDERS_WITH_HISTORY = 20;
    private static final int VERSIONS = 200;
    private static final AtomicLong MORE = new AtomicLong();

    /** What the database alone costs as it grows; no goal is set for it. */
    private static final String BY_HAND = "find, by hand";

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("step", 1000, Crowd::step),
            new Operation("place", 500, crowd -> crowd.mover().place("more-" + MORE.incrementAndGet())),
            new Operation("find", 1000, Crowd::find),
            new Operation(BY_HAND, 1000, Crowd::findByHand),
            new Operation(
                    "list",
                    100,
                    crowd -> crowd.mover()
                            .orders()
                            .list(OrderQuery.all().withStatuses("new").withLimit(50))),
            new Operation(
                    "list of a workflow",
                    100,
                    crowd -> crowd.mover()
                            .orders()
                            .list(OrderQuery.active().withWorkflow("benchmark").withLimit(50))),
            new Operation(
                    "overdue",
                    100,
                    crowd -> crowd.mover()
                            .orders()
                            .list(OrderQuery.active()
                                    .withOverdueAt(Instant.now())
                                    .withLimit(50))),
            new Operation("counts by status", 100, crowd -> crowd.store().countByStatus("benchmark", 1)),
            new Operation("backlog", 100, crowd -> crowd.store().outbox().backlog()),
            new Operation("claim of messages", 100, Crowd::claim));

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public GrowthMeasurement() {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "Growth";
    }

    @Override
    public String what() {
        return """
                What an operation takes on PostgreSQL, with so many orders in the database, which are picked at random: a
                step, placing one more, finding one by its number, and the first 50 of a list by status, of the active orders of a
                workflow, and of those overdue, of which there are as many; the counts by status, the outbox's backlog, and a
                claim of messages, where each hundredth order has one that was put off and one behind it; and beside them a
                row by its primary key, by JDBC alone, in a table by hand that holds what a snapshot does. The orders follow 200
                versions of their workflow. There are as many
                threads as processors, for a processor that has nothing to do falls asleep, and waking it takes longer than
                finding an order. Figures are microseconds: the median of all turns, and the fastest and slowest. Each number of orders has a
                schema of its own in one server; all are measured in turns. And what one entry more (a comment) takes in
                an order whose history is short or long.
                """;
    }

    private record Operation(String name, int times, Action action) {

        interface Action {
            void on(Crowd crowd) throws Exception;
        }

        /** Microseconds for each, in threads that are all at it. */
        double micros(Crowd crowd) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(Crowd.THREADS);
            try {
                long start = System.nanoTime();
                List<Callable<Integer>> shares = Collections.nCopies(Crowd.THREADS, () -> repeat(crowd));
                for (Future<Integer> share : pool.invokeAll(shares)) {
                    share.get();
                }
                return (System.nanoTime() - start) / 1e3 / times;
            } finally {
                pool.shutdown();
            }
        }

        private int repeat(Crowd crowd) throws Exception {
            for (int i = 0; i < times; i++) {
                action.on(crowd);
            }
            return times;
        }
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        int[] sizes = sizes(setting.quick());
        Turns turns = setting.quick() ? new Turns(1, 3) : new Turns(2, 9);
        List<Crowd> crowds = new ArrayList<>();
        try (Database database = setting.databases().fresh(DatabaseProduct.POSTGRESQL)) {
            try {
                for (int size : sizes) {
                    setting.say("  making %,d orders", size);
                    crowds.add(new Crowd(database.url(), size, VERSIONS));
                }
                return measure(crowds, turns, setting);
            } finally {
                crowds.forEach(Crowd::close);
            }
        }
    }

    private static int[] sizes(boolean quick) {
        String usual = quick ? "10000,100000" : "10000,1000000,10000000";
        return Stream.of(System.getProperty("orderly.growth.orders", usual).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Findings measure(List<Crowd> crowds, Turns turns, Setting setting) throws Exception {
        Map<String, List<Figures>> grown = new LinkedHashMap<>();
        for (Operation operation : OPERATIONS) {
            setting.say("  %s", operation.name());
            Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
            crowds.forEach(crowd -> {
                crowd.store().maintain();
                contenders.put(label(crowd.orders()), () -> operation.micros(crowd));
            });
            grown.put(operation.name(), List.copyOf(turns.of(contenders).values()));
        }
        setting.say("  histories");
        Map<String, Figures> histories =
                turns.of(byHistory(crowds.get(0).mover().orders(), setting.quick()));
        int[] sizes = crowds.stream().mapToInt(Crowd::orders).toArray();
        return Findings.of(bySize(sizes, grown), byLength(histories))
                .goals(goals(sizes, grown))
                .charts(chart(sizes, grown));
    }

    private static Map<String, Turns.Turn> byHistory(Orders orders, boolean quick) {
        Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
        for (int entries : new int[] {SHORT_HISTORY, quick ? LONG_HISTORY / 10 : LONG_HISTORY}) {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < ORDERS_WITH_HISTORY; i++) {
                String number = "history-" + entries + "-" + i;
                new OrderlyMover(orders).place(number);
                comment(orders, number, entries - 1);
                numbers.add(number);
            }
            contenders.put(entries + " entries", () -> {
                long start = System.nanoTime();
                numbers.forEach(number -> comment(orders, number, 1));
                return (System.nanoTime() - start) / 1e3 / numbers.size();
            });
        }
        return contenders;
    }

    private static void comment(Orders orders, String number, int times) {
        for (int i = 0; i < times; i++) {
            orders.comment(number, CommentRequest.of(Actor.of("staff"), "Still looking for it."));
        }
    }

    private static Table bySize(int[] sizes, Map<String, List<Figures>> grown) {
        List<String> header = new ArrayList<>(List.of("µs"));
        for (int size : sizes) {
            header.add(label(size));
        }
        header.add("growth");
        List<List<String>> rows = new ArrayList<>();
        grown.forEach((operation, figures) -> {
            List<String> row = new ArrayList<>(List.of(operation));
            figures.forEach(all -> row.add(all.text()));
            row.add(Figures.ratio(growth(figures)));
            rows.add(row);
        });
        return new Table("By the number of orders", header, rows);
    }

    private static Table byLength(Map<String, Figures> histories) {
        Table table = Table.of("A comment, by the length of the order's history", "history", "µs");
        for (Map.Entry<String, Figures> history : histories.entrySet()) {
            table = table.row(history.getKey(), history.getValue().text());
        }
        return table;
    }

    private static List<Goal> goals(int[] sizes, Map<String, List<Figures>> grown) {
        return grown.entrySet().stream()
                .filter(e -> !e.getKey().equals(BY_HAND))
                .map(e -> Goal.below(
                        e.getKey() + " with " + label(sizes[sizes.length - 1]) + ", times that with " + label(sizes[0]),
                        GOAL,
                        growth(e.getValue())))
                .toList();
    }

    private static LineChart chart(int[] sizes, Map<String, List<Figures>> grown) {
        List<Line> lines = new ArrayList<>();
        grown.forEach((operation, figures) -> {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < sizes.length; i++) {
                points.add(new Point(
                        sizes[i], figures.get(i).median() / figures.get(0).median()));
            }
            lines.add(new Line(operation, points));
        });
        return new LineChart(
                "orders", "What an operation costs, as a multiple of what it costs with the fewest", "orders", lines);
    }

    private static double growth(List<Figures> figures) {
        return figures.get(figures.size() - 1).median() / figures.get(0).median();
    }

    private static String label(int orders) {
        return String.format(Locale.ROOT, "%,d orders", orders);
    }
}
