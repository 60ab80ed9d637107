package dev.orderly.benchmarks.sweep;

import dev.orderly.benchmarks.report.Figures;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Orders per second that a sweep of due deadlines moves, beside bulk SQL that does the same rows. Both take turns, so that a
 * noisy machine disturbs both alike, and the medians of the turns are compared.
 */
final class SweepBenchmark {

    private SweepBenchmark() {}

    /**
     * Measures it: Orderly first, then the bulk SQL.
     *
     * @param source an empty database, with its administrator as the user
     * @param orders how many are due in each turn
     * @param turns how often each is measured, after one turn that warms up
     */
    static List<SweepResult> run(DataSource source, int orders, int turns) throws SQLException {
        List<SweepContender> sweepers = List.of(new OrderlySweeper(source), new BulkSweeper(source));
        Map<SweepContender, List<Double>> rates = new LinkedHashMap<>();
        for (int turn = -1; turn < turns; turn++) {
            for (SweepContender sweeper : sweepers) {
                sweeper.refill(orders);
                double rate = rate(sweeper, orders);
                if (turn >= 0) {
                    rates.computeIfAbsent(sweeper, s -> new ArrayList<>()).add(rate);
                }
            }
        }
        return rates.entrySet().stream()
                .map(each -> new SweepResult(each.getKey().name(), new Figures(each.getValue())))
                .toList();
    }

    private static double rate(SweepContender sweeper, int orders) throws SQLException {
        long start = System.nanoTime();
        int moved = sweeper.sweep();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (moved != orders) {
            throw new IllegalStateException(
                    sweeper.name() + " moved " + moved + " orders, but " + orders + " were due");
        }
        return moved / seconds;
    }
}
