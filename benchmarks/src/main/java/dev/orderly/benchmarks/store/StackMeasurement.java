package dev.orderly.benchmarks.store;

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
import dev.orderly.benchmarks.report.Turns;
import dev.orderly.store.InMemoryOrderStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders' whole lives, in memory and in databases, beside code written by hand. */
public final class StackMeasurement implements Measurement {

    private static final int[] THREADS = {1, 8};
    private static final double GOAL = 0.9;

    private final List<DatabaseProduct> kinds;
    private final long nanos;

    /** On all databases. */
    public StackMeasurement() {
        this(List.of(DatabaseProduct.H2, DatabaseProduct.POSTGRESQL, DatabaseProduct.MARIADB), 2_000_000_000L);
    }

    StackMeasurement(List<DatabaseProduct> kinds, long nanos) {
        this.kinds = kinds;
        this.nanos = nanos;
    }

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public String title() {
        return "The whole stack";
    }

    @Override
    public String what() {
        return """
                Orders' lives from placed to delivered, six steps through `Orders`, one order after another in each
                thread. Figures are steps per second, from reading the order to the commit: the median of all turns,
                and the slowest and fastest.

                *By hand* is JDBC written for this one flow. With *the same promises*, its tables refuse what Orderly's
                refuse (foreign keys, no gaps, no rewriting, no going back), it chains hashes, waits for the disk, and has
                indexes for the same lists and for deadlines; *keyed* has the foreign keys and no more; *bare* has a
                primary key. None of them gives reasons or knows cases, comments, request ids and messages. In memory,
                it is a map of statuses and entries, without hashes.
                """;
    }

    /** A place to keep orders in, and how many threads ask. */
    private record Case(String place, int threads, Map<String, Figures> figures) {

        String label() {
            return place + ", " + threads + (threads == 1 ? " thread" : " threads");
        }

        double ratioTo(String name) {
            return median("Orderly") / median(name);
        }

        private double median(String name) {
            Figures all = figures.get(name);
            if (all == null) {
                throw new IllegalArgumentException("there is no " + name + " in " + label());
            }
            return all.median();
        }
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(3, 3) : new Turns(3, 7);
        long each = setting.quick() ? nanos / 4 : nanos;
        List<Case> memory = inMemory(setting, turns, each / 2);
        List<Case> databases = new ArrayList<>();
        for (DatabaseProduct kind : kinds) {
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(THREADS[THREADS.length - 1])) {
                databases.addAll(inDatabase(kind.title(), source, setting, turns, each));
            }
        }
        List<Goal> goals = databases.stream()
                .map(c -> Goal.atLeast(
                        "steps on " + c.label() + ", beside the same promises by hand",
                        GOAL,
                        c.ratioTo(Care.SAME.title())))
                .toList();
        return Findings.of(table("In memory", memory), table("In databases", databases))
                .goals(goals)
                .charts(
                        chart("databases", "Steps per second in databases", databases),
                        chart("memory", "Steps per second in memory", memory));
    }

    /** With a new store in each turn, since what it keeps fills the memory. */
    private static List<Case> inMemory(Setting setting, Turns turns, long nanos) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int threads : THREADS) {
            setting.say("  in memory, threads: %d", threads);
            Lives lives = new Lives(threads, nanos);
            Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
            contenders.put("Orderly", () -> lives.rate(new OrderlyMover(new InMemoryOrderStore())));
            contenders.put(HandWrittenMap.NAME, () -> lives.rate(new HandWrittenMap()));
            cases.add(new Case("memory", threads, turns.of(contenders)));
        }
        return cases;
    }

    private static List<Case> inDatabase(
            String place, HikariDataSource source, Setting setting, Turns turns, long nanos) throws Exception {
        List<Mover> movers = List.of(
                OrderlyMover.in(source),
                new HandWrittenMover(source, Care.SAME),
                new HandWrittenMover(source, Care.KEYED),
                new HandWrittenMover(source, Care.BARE));
        List<Case> cases = new ArrayList<>();
        for (int threads : THREADS) {
            setting.say("  %s, threads: %d", place, threads);
            Lives lives = new Lives(threads, nanos);
            Map<String, Turns.Turn> contenders = new LinkedHashMap<>();
            movers.forEach(mover -> contenders.put(mover.name(), () -> lives.rate(mover)));
            cases.add(new Case(place, threads, turns.of(contenders)));
        }
        return cases;
    }

    private static Table table(String caption, List<Case> cases) {
        Table table = Table.of(caption, "", "", "steps per second", "Orderly's speed beside it");
        for (Case one : cases) {
            String label = one.label();
            for (Map.Entry<String, Figures> contender : one.figures().entrySet()) {
                boolean own = contender.getKey().equals("Orderly");
                table = table.row(
                        label,
                        contender.getKey(),
                        contender.getValue().text(),
                        own ? "" : Figures.ratio(one.ratioTo(contender.getKey())));
                label = "";
            }
        }
        return table;
    }

    private static BarChart chart(String name, String title, List<Case> cases) {
        List<Group> groups = cases.stream()
                .map(c -> new Group(
                        c.label(),
                        c.figures().entrySet().stream()
                                .map(e -> new Bar(e.getKey(), e.getValue().median()))
                                .toList()))
                .toList();
        return new BarChart(name, title, BarChart.Scale.LINEAR, groups);
    }
}
