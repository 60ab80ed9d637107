package dev.orderly.benchmarks.verify;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.OrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills a database with orders of the bookstore, each written as a shop writes them, so that their hashes verify. */
final class OrderFiller {

    private OrderFiller() {}

    /** Places orders, pays, releases and ships each. */
    static void fill(OrderStore store, int count, int threads) throws Exception {
        Orders orders = Orders.builder(store)
                .workflow(Presets.bookstore())
                .withoutNotifications()
                .build();
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(() -> {
                    for (int n = next.incrementAndGet(); n <= count; n = next.incrementAndGet()) {
                        fill(orders, n);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void fill(Orders orders, int n) {
        String number = "2026/" + n;
        require(orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("reader" + n + "@example.com"))
                        .withLines(Line.of("978-1", "Solaris", 1), Line.of("978-2", "Cyberiada", 2))));
        require(orders.fire(number, Request.of("pay", Actor.of("platform"))));
        require(orders.fire(number, Request.of("release", Actor.of("staff"))));
        require(orders.fire(
                number,
                Request.of("ship", Actor.of("staff"))
                        .with("tracking-number", "6200001")
                        .with("carrier", "inpost")));
    }

    private static void require(Decision decision) {
        if (decision instanceof Rejected refusal) {
            throw new IllegalStateException("refused: " + refusal.reasons());
        }
    }
}
