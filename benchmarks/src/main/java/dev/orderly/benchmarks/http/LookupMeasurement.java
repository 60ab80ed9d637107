package dev.orderly.benchmarks.http;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.Kind;
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
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.server.OrderlyServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lookups over HTTP, among many orders picked at random, beside servlets written by hand on the same kind of server,
 * database and pool. Tries are not counted as too many: each comes from another client, on a clock that hurries.
 */
public final class LookupMeasurement implements Measurement {

    private static final double GOAL = 0.7;
    private static final String ONE_READ = "by hand, one read";
    private static final String WHOLE = "by hand, whole order";

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public LookupMeasurement() {}

    @Override
    public String name() {
        return "lookup";
    }

    @Override
    public String title() {
        return "Lookups over HTTP";
    }

    @Override
    public String what() {
        return """
                A customer's question, the number and the address of an order, asked over HTTP by four connections at once,
                for orders picked at random: by the form of the status page, and by `POST /api/v1/lookup`. Figures are
                answers per second, the median of all turns, and the slowest and fastest; and the times within which half
                and 99 of 100 answers were there.

                *By hand* is a servlet on the same server, database and pool. With *one read* it reads the order's row,
                compares the address, and tells what the row says: the limit that the goal is about. With *whole order* it
                reads lines and history as well, and shows what Orderly shows. Neither counts tries, hides by its time
                whether there is an order, signs tickets, knows languages, or says what the customer can do.
                """;
    }

    /** One way of asking, in one database. */
    private record Case(String label, List<Contender> contenders, Map<String, Figures> rates) {

        double ratioTo(Contender other) {
            return rate(contenders.get(0)) / rate(other);
        }

        private double rate(Contender contender) {
            Figures figures = rates.get(contender.name());
            if (figures == null) {
                throw new IllegalArgumentException(contender.name() + " was not measured");
            }
            return figures.median();
        }
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(2, 3) : new Turns(6, 9);
        List<Case> cases = new ArrayList<>();
        for (Kind kind : List.of(Kind.H2, Kind.POSTGRESQL)) {
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(2 * Contender.CONNECTIONS)) {
                setting.say("  %s: making orders", kind.title());
                Stock stock = new Stock(source, setting.quick() ? 10_000 : 100_000);
                long nanos = setting.quick() ? 500_000_000L : 2_000_000_000L;
                try (OrderlyServer orderly = OrderlyServer.start(orderly(stock), 0);
                        OrderlyServer oneRead = OrderlyServer.start(new HandWrittenServlet(source, false), 0);
                        OrderlyServer whole = OrderlyServer.start(new HandWrittenServlet(source, true), 0)) {
                    List<OrderlyServer> servers = List.of(orderly, oneRead, whole);
                    setting.say("  %s: asking for pages", kind.title());
                    cases.add(measure(
                            kind.title() + ", page",
                            contenders(
                                    servers, (visitor, n, email) -> visitor.lookup("/status", n, email), stock, nanos),
                            turns));
                    setting.say("  %s: asking for JSON", kind.title());
                    cases.add(measure(
                            kind.title() + ", JSON",
                            contenders(
                                    servers,
                                    (visitor, n, email) -> visitor.lookupByJson("/api/v1/lookup", n, email),
                                    stock,
                                    nanos),
                            turns));
                }
            }
        }
        return findings(cases, turns);
    }

    private static OrderlyServlet orderly(Stock stock) {
        return OrderlyServlet.over(stock.orders())
                .clientAddress(
                        request -> Long.toString(ThreadLocalRandom.current().nextLong()))
                .clock(new HurryingClock())
                .build();
    }

    private static List<Contender> contenders(
            List<OrderlyServer> servers, Contender.Question question, Stock stock, long nanos) {
        return List.of(
                new Contender("Orderly", servers.get(0).port(), question, stock, nanos),
                new Contender(ONE_READ, servers.get(1).port(), question, stock, nanos),
                new Contender(WHOLE, servers.get(2).port(), question, stock, nanos));
    }

    private static Case measure(String label, List<Contender> contenders, Turns turns) throws Exception {
        Map<String, Turns.Turn> all = new LinkedHashMap<>();
        contenders.forEach(contender -> all.put(contender.name(), contender::rate));
        return new Case(label, contenders, turns.of(all));
    }

    private static Findings findings(List<Case> cases, Turns turns) {
        Table table = Table.of(
                "",
                "",
                "",
                "answers per second",
                "half within, µs",
                "99 of 100 within, µs",
                "Orderly's speed beside it");
        List<Goal> goals = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (Case one : cases) {
            List<Bar> bars = new ArrayList<>();
            for (Contender contender : one.contenders()) {
                boolean own = contender == one.contenders().get(0);
                String ratio = own ? "" : Figures.ratio(one.ratioTo(contender));
                Figures rates = one.rates().getOrDefault(contender.name(), new Figures(List.of(0.0)));
                table = table.row(
                        own ? one.label() : "",
                        contender.name(),
                        rates.text(),
                        micros(contender.median(turns.counted(), Contender.Times::half)),
                        micros(contender.median(turns.counted(), Contender.Times::most)),
                        ratio);
                bars.add(new Bar(contender.name(), one.rate(contender)));
            }
            groups.add(new Group(one.label(), bars));
            goals.add(Goal.atLeast(
                    "lookups, " + one.label() + ", beside a bare servlet with one read",
                    GOAL,
                    one.ratioTo(one.contenders().get(1))));
        }
        return Findings.of(table)
                .goals(goals)
                .charts(new BarChart("rates", "Answers per second over HTTP", BarChart.Scale.LINEAR, groups));
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
