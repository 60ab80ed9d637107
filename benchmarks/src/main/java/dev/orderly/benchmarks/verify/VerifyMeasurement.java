package dev.orderly.benchmarks.verify;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Figures;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Goal;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The verification of whole databases. */
public final class VerifyMeasurement implements Measurement {

    private static final double GOAL = 20_000;
    private static final int TURNS = 3;
    private static final int CONNECTIONS = 8;

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public VerifyMeasurement() {}

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String title() {
        return "The verification of a whole database";
    }

    @Override
    public String what() {
        return """
                Orders per second that `store.verification().run()` verifies, each with four entries: every hash is computed
                anew, every history replayed, and each column of the order and of its entries compared. The database is on
                the same machine. Its size is set by `-Dorderly.verify.orders=1000000`, otherwise it has 100,000 orders; and
                `-Dorderly.verify.on=POSTGRESQL` measures it on that database alone.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        int orders = Integer.getInteger("orderly.verify.orders", setting.quick() ? 2_000 : 100_000);
        Table table = Table.of(
                "", "", "", String.format(Locale.ROOT, "orders per second, of %,d", orders), "seconds for all of them");
        List<Goal> goals = new ArrayList<>();
        String only = System.getProperty("orderly.verify.on");
        List<DatabaseProduct> kinds =
                only == null ? List.of(DatabaseProduct.values()) : List.of(DatabaseProduct.valueOf(only));
        for (DatabaseProduct kind : kinds) {
            setting.say("  %s", kind.title());
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(CONNECTIONS)) {
                JdbcOrderStore store = JdbcOrderStore.builder(source).migrate().build();
                OrderFiller.fill(store, orders, CONNECTIONS);
                List<Double> rates = new ArrayList<>();
                for (int turn = -1; turn < TURNS; turn++) {
                    double rate = rate(store, orders);
                    setting.say("    %,.0f a second", rate);
                    if (turn >= 0) {
                        rates.add(rate);
                    }
                }
                Figures figures = new Figures(rates);
                table = table.row(
                        kind.title(),
                        "",
                        figures.text(),
                        String.format(Locale.ROOT, "%.1f", orders / figures.median()));
                goals.add(Goal.atLeast("orders verified per second on " + kind.title(), GOAL, figures.median()));
            }
        }
        return Findings.of(table).goals(goals);
    }

    private static double rate(JdbcOrderStore store, int orders) throws Exception {
        long start = System.nanoTime();
        VerificationReport report = store.verification().run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.isClean() || report.orders() != orders) {
            throw new IllegalStateException("not verified: " + report);
        }
        return orders / seconds;
    }
}
