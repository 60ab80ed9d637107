package dev.orderly.benchmarks.http;

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
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.server.OrderlyServer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lookups over HTTP, among many orders picked at random, beside servlets written by hand on the same kind of server,
 * database and pool. Tries are not counted as too many: each comes from another client, on a clock that hurries.
 */
public final class LookupMeasurement implements Measurement {

    private static final double GOAL = 0.7;

    /** So much code takes part in a page that the compiler needs most of a minute for it. */
    private static final int WARM_UP = 18;

    private static final List<Form> FORMS = List.of(
            new Form("page", (visitor, number, email) -> visitor.lookup("/status", number, email)),
            new Form("JSON", (visitor, number, email) -> visitor.lookupByJson("/api/v1/lookup", number, email)));

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

    /** One way of asking, in one database: Orderly comes first. */
    private record Case(String label, List<Answered> all) {

        double ratioTo(Answered other) {
            return all.get(0).rates().median() / other.rates().median();
        }
    }

    private record Form(String answer, LookupContender.Question question) {}

    private record Answered(LookupContender contender, Figures rates) {}

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(2, 3) : new Turns(WARM_UP, 7);
        List<Case> cases = new ArrayList<>();
        for (DatabaseProduct kind : List.of(DatabaseProduct.H2, DatabaseProduct.POSTGRESQL)) {
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(2 * LookupContender.CONNECTIONS)) {
                setting.say("  %s: making orders", kind.title());
                Stock stock = new Stock(source, setting.quick() ? 10_000 : 100_000);
                cases.addAll(inDatabase(kind.title(), source, stock, turns, setting));
            }
        }
        return Findings.of(table(cases, turns.counted())).goals(goals(cases)).charts(chart(cases));
    }

    private static List<Case> inDatabase(
            String place, HikariDataSource source, Stock stock, Turns turns, Setting setting) throws Exception {
        long nanos = setting.quick() ? 500_000_000L : 2_000_000_000L;
        try (OrderlyServer orderly = OrderlyServer.start(orderly(stock), 0);
                OrderlyServer oneRead = OrderlyServer.start(new HandWrittenServlet(source, false), 0);
                OrderlyServer whole = OrderlyServer.start(new HandWrittenServlet(source, true), 0)) {
            List<Case> cases = new ArrayList<>();
            for (Form form : FORMS) {
                setting.say("  %s: asking for %s", place, form.answer);
                List<LookupContender> contenders = List.of(
                        new LookupContender("Orderly", orderly.port(), form.question, stock, nanos),
                        new LookupContender("by hand, one read", oneRead.port(), form.question, stock, nanos),
                        new LookupContender("by hand, whole order", whole.port(), form.question, stock, nanos));
                cases.add(new Case(place + ", " + form.answer, ask(contenders, turns)));
            }
            return cases;
        }
    }

    private static OrderlyServlet orderly(Stock stock) {
        return OrderlyServlet.builder(stock.orders())
                .clientAddress(
                        request -> Long.toString(ThreadLocalRandom.current().nextLong()))
                .clock(new HurryingClock())
                .build();
    }

    private static List<Answered> ask(List<LookupContender> contenders, Turns turns) throws Exception {
        Map<String, Turns.Turn> all = new LinkedHashMap<>();
        contenders.forEach(contender -> all.put(contender.name(), contender::rate));
        Iterator<Figures> rates = turns.of(all).values().iterator();
        return contenders.stream()
                .map(contender -> new Answered(contender, rates.next()))
                .toList();
    }

    private static Table table(List<Case> cases, int turns) {
        Table table = Table.of(
                "",
                "",
                "",
                "answers per second",
                "half within, µs",
                "99 of 100 within, µs",
                "Orderly's speed beside it");
        for (Case one : cases) {
            for (Answered answered : one.all()) {
                boolean own = answered.equals(one.all().get(0));
                table = table.row(
                        own ? one.label() : "",
                        answered.contender().name(),
                        answered.rates().text(),
                        Figures.number(answered.contender().median(turns, LookupContender.Times::half)),
                        Figures.number(answered.contender().median(turns, LookupContender.Times::most)),
                        own ? "" : Figures.ratio(one.ratioTo(answered)));
            }
        }
        return table;
    }

    private static List<Goal> goals(List<Case> cases) {
        return cases.stream()
                .map(one -> Goal.atLeast(
                        "lookups, " + one.label() + ", beside a bare servlet with one read",
                        GOAL,
                        one.ratioTo(one.all().get(1))))
                .toList();
    }

    private static BarChart chart(List<Case> cases) {
        List<Group> groups = cases.stream()
                .map(one -> new Group(
                        one.label(),
                        one.all().stream()
                                .map(a ->
                                        new Bar(a.contender().name(), a.rates().median()))
                                .toList()))
                .toList();
        return new BarChart("rates", "Answers per second over HTTP", BarChart.Scale.LINEAR, groups);
    }
}
