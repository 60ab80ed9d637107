package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Accepted steps per second, from reading the order to the commit, beside JDBC written by hand: with the same promises,
 * with foreign keys only, and without. Takes the address of an empty database; the four are measured in turns, so that a noisy machine disturbs all alike,
 * and the medians of the turns are compared.
 */
public final class StoreBenchmark {

    private static final int ORDERS = 1000;
    private static final int TURNS = 7;
    private static final long NANOS_PER_TURN = 2_000_000_000L;
    private static final int MOST_THREADS = 8;

    private StoreBenchmark() {}

    /** Runs it: the address of an empty H2, PostgreSQL or MariaDB database. */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("Say which database: a JDBC URL of an empty H2, PostgreSQL or MariaDB database");
            System.exit(2);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(MOST_THREADS);
        try (HikariDataSource source = new HikariDataSource(config)) {
            List<Mover> movers = List.of(
                    new OrderlyMover(source),
                    new HandWrittenMover(source, Care.SAME),
                    new HandWrittenMover(source, Care.KEYED),
                    new HandWrittenMover(source, Care.BARE));
            for (Mover mover : movers) {
                for (int i = 0; i < ORDERS; i++) {
                    mover.place("order-" + i);
                }
            }
            for (int threads : new int[] {1, MOST_THREADS}) {
                print(threads, measure(movers, threads));
            }
        }
    }

    private static Map<String, List<Double>> measure(List<Mover> movers, int threads) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int turn = -1; turn < TURNS; turn++) {
            for (Mover mover : movers) {
                double rate = rate(mover, threads);
                if (turn >= 0) { // the first turn warms up
                    rates.computeIfAbsent(mover.name(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        return rates;
    }

    /** Steps per second; each thread has orders of its own. */
    private static double rate(Mover mover, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Callable<Long>> runners = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                runners.add(() -> move(mover, thread, threads, start));
            }
            long steps = 0;
            for (Future<Long> done : pool.invokeAll(runners)) {
                steps += done.get();
            }
            return steps * 1e9 / (System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }

    private static long move(Mover mover, int thread, int threads, long start) throws Exception {
        long steps = 0;
        int order = thread;
        while (System.nanoTime() - start < NANOS_PER_TURN) {
            mover.move("order-" + order);
            order = order + threads < ORDERS ? order + threads : thread;
            steps++;
        }
        return steps;
    }

    private static void print(int threads, Map<String, List<Double>> rates) {
        double orderly = median(rates.values().iterator().next());
        System.out.printf(Locale.ROOT, "%d thread%s%n", threads, threads == 1 ? "" : "s");
        rates.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "  %-22s %8.0f steps/s (%.0f to %.0f)   Orderly is at %.2f of it%n",
                name,
                median(all),
                all.stream().mapToDouble(d -> d).min().orElse(0),
                all.stream().mapToDouble(d -> d).max().orElse(0),
                orderly / median(all)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
