package dev.orderly.benchmarks.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.server.OrderlyServer;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;

/**
 * Lookups per second and their times over HTTP, among many orders picked at random, beside servlets written by hand on
 * the same kind of server, database and pool. Takes the address of an empty H2 or PostgreSQL database, and optionally the
 * number of orders. All are measured in turns, so that a noisy machine disturbs all alike, and the medians of the turns
 * are compared. Tries are not counted as too many: each comes from another client, on a clock that hurries.
 */
public final class LookupLoadBenchmark {

    private static final int ORDERS = 100_000;
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 3;
    private static final int TURNS = 9;
    private static final long NANOS_PER_TURN = 2_000_000_000L;
    private static final int MOST_PER_TURN = 1 << 16;

    private LookupLoadBenchmark() {}

    /** Runs it: the address of an empty database, and the number of orders. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("Say which database: a JDBC URL of an empty H2 or PostgreSQL database");
            System.exit(2);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(2 * CONNECTIONS);
        try (HikariDataSource source = new HikariDataSource(config)) {
            Stock stock = new Stock(source, args.length > 1 ? Integer.parseInt(args[1]) : ORDERS);
            Map<String, HttpServlet> servlets = new LinkedHashMap<>();
            servlets.put("Orderly, page", orderly(stock));
            servlets.put("by hand, one read", new HandWrittenServlet(source, false));
            servlets.put("by hand, whole order", new HandWrittenServlet(source, true));
            List<Contender> contenders = new ArrayList<>();
            servlets.forEach(
                    (name, servlet) -> contenders.add(new Contender(name, "/status", OrderlyServer.start(servlet, 0))));
            measure(contenders, stock);
            print(contenders);
            contenders.forEach(contender -> contender.server().close());
        }
    }

    private static HttpServlet orderly(Stock stock) {
        return OrderlyServlet.over(stock.orders())
                .clientAddress(
                        request -> Long.toString(ThreadLocalRandom.current().nextLong()))
                .clock(new HurryingClock())
                .build();
    }

    private static void measure(List<Contender> contenders, Stock stock) throws Exception {
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            for (Contender contender : contenders) {
                Turn result = turn(contender, stock);
                if (turn >= 0) {
                    contender.turns().add(result);
                }
            }
        }
    }

    private static Turn turn(Contender contender, Stock stock) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Callable<long[]>> visits = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                visits.add(() -> visit(contender, stock, start));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> done : pool.invokeAll(visits)) {
                times.add(done.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Turn(all.length / seconds, all[all.length / 2] / 1e3, all[all.length * 99 / 100] / 1e3);
        } finally {
            pool.shutdown();
        }
    }

    private static long[] visit(Contender contender, Stock stock, long start) throws Exception {
        long[] times = new long[MOST_PER_TURN];
        int done = 0;
        try (Visitor visitor = new Visitor(contender.server().port())) {
            while (System.nanoTime() - start < NANOS_PER_TURN && done < MOST_PER_TURN) {
                String number = stock.number(ThreadLocalRandom.current().nextInt(stock.size()));
                long begin = System.nanoTime();
                int status = visitor.lookup(contender.path(), number, Stock.EMAIL);
                times[done++] = System.nanoTime() - begin;
                if (status != 200) {
                    throw new IllegalStateException(contender.name() + " answered " + status);
                }
            }
        }
        return Arrays.copyOf(times, done);
    }

    private static void print(List<Contender> contenders) {
        Contender orderly = contenders.get(0);
        for (Contender contender : contenders) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %7.0f lookups/s   p50 %6.0f µs   p99 %6.0f µs   Orderly is at %.2f of its speed, p99 at %.2f%n",
                    contender.name(),
                    contender.median(Turn::rate),
                    contender.median(Turn::half),
                    contender.median(Turn::most),
                    orderly.median(Turn::rate) / contender.median(Turn::rate),
                    orderly.median(Turn::most) / contender.median(Turn::most));
        }
    }

    /**
     * What came of a turn.
     *
     * @param rate lookups per second
     * @param half the time within which half of them were answered, in microseconds
     * @param most the same for 99 of 100
     */
    private record Turn(double rate, double half, double most) {}

    private record Contender(String name, String path, OrderlyServer server, List<Turn> turns) {

        Contender(String name, String path, OrderlyServer server) {
            this(name, path, server, new ArrayList<>());
        }

        double median(ToDoubleFunction<Turn> what) {
            return turns.stream().mapToDouble(what).sorted().toArray()[turns.size() / 2];
        }
    }
}
