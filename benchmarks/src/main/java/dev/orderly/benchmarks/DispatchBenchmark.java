package dev.orderly.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.notification.Dispatcher;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.file.Presets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Messages per second from the outbox to a channel that does nothing: what the dispatcher and the store cost. Takes the
 * address of an empty database; without one, it measures the store in memory.
 */
public final class DispatchBenchmark {

    private static final int MESSAGES = 5000;
    private static final int TURNS = 5;
    private static final int MOST_THREADS = 8;

    private DispatchBenchmark() {}

    /** Runs it: nothing, or the address of an empty H2, PostgreSQL or MariaDB database. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            measure(new InMemoryOrderStore());
            return;
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(MOST_THREADS);
        try (HikariDataSource source = new HikariDataSource(config)) {
            measure(JdbcOrderStore.over(source).migrate().build());
        }
    }

    private static void measure(OrderStore store) throws Exception {
        Orders orders = Orders.over(store).workflow(Presets.bookstore()).build();
        for (int threads : new int[] {1, 2, MOST_THREADS}) {
            List<Double> rates = new ArrayList<>();
            for (int turn = -1; turn < TURNS; turn++) {
                String prefix = threads + "/" + turn + "/";
                for (int i = 0; i < MESSAGES; i++) {
                    orders.place(
                            prefix + i,
                            Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
                }
                double rate = rate(store, threads);
                if (turn >= 0) { // the first turn warms up
                    rates.add(rate);
                }
            }
            rates.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%d thread%s: %.0f messages/s (%.0f to %.0f)%n",
                    threads,
                    threads == 1 ? "" : "s",
                    rates.get(rates.size() / 2),
                    rates.get(0),
                    rates.get(rates.size() - 1));
        }
    }

    private static double rate(OrderStore store, int threads) throws Exception {
        CountDownLatch left = new CountDownLatch(MESSAGES);
        try (Dispatcher dispatcher = Dispatcher.over(store)
                .channel("mail", notification -> left.countDown())
                .threads(threads)
                .build()) {
            long start = System.nanoTime();
            dispatcher.start();
            left.await();
            return MESSAGES * 1e9 / (System.nanoTime() - start);
        }
    }
}
