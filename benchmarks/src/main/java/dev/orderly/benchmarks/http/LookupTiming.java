package dev.orderly.benchmarks.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.server.OrderlyServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether the time of a failed lookup tells that there is an order of that number: asks, in random turns, for orders that
 * exist with another address, and for such as do not, and compares the times of both. Takes the address of an empty
 * database, and optionally the number of orders.
 */
public final class LookupTiming {

    private static final int ORDERS = 100_000;
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 20;
    private static final int TRIES = 250;

    private LookupTiming() {}

    /** Runs it: the address of an empty database, and the number of orders. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("Say which database: a JDBC URL of an empty H2 or PostgreSQL database");
            System.exit(2);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource source = new HikariDataSource(config)) {
            Stock stock = new Stock(source, args.length > 1 ? Integer.parseInt(args[1]) : ORDERS);
            OrderlyServlet servlet = OrderlyServlet.builder(stock.orders())
                    .clientAddress(
                            request -> Long.toString(ThreadLocalRandom.current().nextLong()))
                    .clock(new HurryingClock())
                    .build();
            try (OrderlyServer server = OrderlyServer.start(servlet, 0)) {
                print(measure(server.port(), stock));
            }
        }
    }

    private static List<Try> measure(int port, Stock stock) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<List<Try>>> visitors = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                visitors.add(() -> visit(port, stock));
            }
            List<Try> all = new ArrayList<>();
            for (Future<List<Try>> done : pool.invokeAll(visitors)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }

    private static List<Try> visit(int port, Stock stock) throws Exception {
        List<Try> tries = new ArrayList<>();
        try (Visitor visitor = new Visitor(port)) {
            for (int i = -WARM_UP; i < TRIES; i++) {
                boolean exists = ThreadLocalRandom.current().nextBoolean();
                String number = stock.number(ThreadLocalRandom.current().nextInt(stock.size()));
                long begin = System.nanoTime();
                int status = visitor.lookup("/status", exists ? number : number + "x", "somebody@example.com");
                if (status != 404) {
                    throw new IllegalStateException("a failed lookup was answered " + status);
                }
                if (i >= 0) {
                    tries.add(new Try(exists, (System.nanoTime() - begin) / 1e3));
                }
            }
        }
        return tries;
    }

    private static void print(List<Try> tries) {
        double[] exists = micros(tries, true);
        double[] unknown = micros(tries, false);
        System.out.printf(Locale.ROOT, "wrong address   %s%n", quantiles(exists));
        System.out.printf(Locale.ROOT, "unknown number  %s%n", quantiles(unknown));
        double share = share(exists, unknown);
        double n = exists.length;
        double m = unknown.length;
        double z = (share - 0.5) * Math.sqrt(12 * n * m / (n + m + 1));
        System.out.printf(
                Locale.ROOT,
                "of two at random, the wrong address takes longer in %.2f %% (50 %% tells nothing; Mann-Whitney z = %.2f)%n",
                100 * share,
                z);
    }

    private static double[] micros(List<Try> tries, boolean exists) {
        return tries.stream()
                .filter(t -> t.exists == exists)
                .mapToDouble(Try::micros)
                .sorted()
                .toArray();
    }

    private static String quantiles(double[] sorted) {
        return String.format(
                Locale.ROOT,
                "%d tries: 10 %% within %.0f µs, half within %.0f µs, 90 %% within %.0f µs",
                sorted.length,
                sorted[sorted.length / 10],
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10]);
    }

    /** How often one of the first is greater than one of the second. */
    private static double share(double[] first, double[] second) {
        long greater = 0;
        for (double value : first) {
            int place = Arrays.binarySearch(second, value);
            greater += place < 0 ? -place - 1 : place;
        }
        return (double) greater / first.length / second.length;
    }

    private record Try(boolean exists, double micros) {}
}
