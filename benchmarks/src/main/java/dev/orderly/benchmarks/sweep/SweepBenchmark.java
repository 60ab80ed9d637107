package dev.orderly.benchmarks.sweep;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Orders per second that a sweep of due deadlines moves, beside bulk SQL that does the same rows. Both take turns, so that a
 * noisy machine disturbs both alike, and the medians of the turns are compared.
 */
public final class SweepBenchmark {

    /** How many orders are due by default. */
    public static final int ORDERS = 100_000;

    /** How many are due where it has to be quick. */
    public static final int FEW_ORDERS = 5_000;

    private static final int TURNS = 5;

    private SweepBenchmark() {}

    /** Runs it: the address of an empty H2, PostgreSQL or MariaDB database, as its administrator, and how many orders are due. */
    public static void main(String[] args) throws SQLException {
        if (args.length == 0) {
            System.err.println("Say which database: a JDBC URL of an empty H2, PostgreSQL or MariaDB database");
            System.exit(2);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(2);
        try (HikariDataSource source = new HikariDataSource(config)) {
            print(run(source, args.length == 1 ? ORDERS : Integer.parseInt(args[1]), TURNS));
        }
    }

    /**
     * Measures it: Orderly first, then the bulk SQL.
     *
     * @param source an empty database, with its administrator as the user
     * @param orders how many are due in each turn
     * @param turns how often each is measured, after one turn that warms up
     */
    public static List<SweepResult> run(DataSource source, int orders, int turns) throws SQLException {
        List<Sweeper> sweepers = List.of(new OrderlySweeper(source), new BulkSweeper(source));
        Map<Sweeper, List<Double>> rates = new LinkedHashMap<>();
        for (int turn = -1; turn < turns; turn++) {
            for (Sweeper sweeper : sweepers) {
                sweeper.refill(orders);
                double rate = rate(sweeper, orders);
                if (turn >= 0) {
                    rates.computeIfAbsent(sweeper, s -> new ArrayList<>()).add(rate);
                }
            }
        }
        return rates.entrySet().stream()
                .map(each -> new SweepResult(each.getKey().name(), orders, each.getValue()))
                .toList();
    }

    private static double rate(Sweeper sweeper, int orders) throws SQLException {
        long start = System.nanoTime();
        int moved = sweeper.sweep();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (moved != orders) {
            throw new IllegalStateException(
                    sweeper.name() + " moved " + moved + " orders, but " + orders + " were due");
        }
        return moved / seconds;
    }

    private static void print(List<SweepResult> results) {
        double orderly = results.get(0).median();
        for (SweepResult result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %,10d due: %,10.0f orders/s (%,.0f to %,.0f)   Orderly is at %.2f of it%n",
                    result.name(),
                    result.orders(),
                    result.median(),
                    result.perSecond().stream().mapToDouble(d -> d).min().orElse(0),
                    result.perSecond().stream().mapToDouble(d -> d).max().orElse(0),
                    orderly / result.median());
        }
    }
}
