package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.benchmarks.database.Database;
import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Measurement;
import dev.orderly.benchmarks.report.Setting;
import dev.orderly.benchmarks.report.Table;
import dev.orderly.benchmarks.report.Turns;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.notification.Dispatcher;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Messages from the outbox to a channel that does nothing: what the dispatcher and the store cost. */
public final class DispatchMeasurement implements Measurement {

    private static final int IN_MEMORY = 20_000;
    private static final int IN_DATABASE = 1000;
    private static final int[] THREADS = {1, 2, 8};

    private int placed;

    /** For {@link dev.orderly.benchmarks.Performance}. */
    public DispatchMeasurement() {}

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public String title() {
        return "The dispatcher";
    }

    @Override
    public String what() {
        return """
                Messages per second that a dispatcher claims in the outbox, composes the data for, hands to a channel that
                does nothing, and notes as sent: the median of all turns, and the slowest and fastest. A real channel,
                such as a mail server, takes longer than all of that.
                """;
    }

    @Override
    public Findings measure(Setting setting) throws Exception {
        Turns turns = setting.quick() ? new Turns(1, 2) : new Turns(1, 5);
        int share = setting.quick() ? 5 : 1;
        Table table = Table.of("Messages per second", "store", "1 thread", "2 threads", "8 threads");
        setting.say("  in memory");
        table = table.row(row("memory", new InMemoryOrderStore(), IN_MEMORY / share, turns));
        for (DatabaseProduct kind : DatabaseProduct.values()) {
            setting.say("  %s", kind.title());
            try (Database database = setting.databases().fresh(kind);
                    HikariDataSource source = database.pool(THREADS[THREADS.length - 1])) {
                OrderStore store = JdbcOrderStore.builder(source).migrate().build();
                table = table.row(row(kind.title(), store, IN_DATABASE / share, turns));
            }
        }
        return Findings.of(table);
    }

    private String[] row(String label, OrderStore store, int messages, Turns turns) throws Exception {
        Orders orders = Orders.builder(store).workflow(Presets.bookstore()).build();
        List<String> cells = new ArrayList<>(List.of(label));
        for (int threads : THREADS) {
            Map<String, Turns.Turn> one = Map.of("", () -> {
                for (int i = 0; i < messages; i++) {
                    orders.place(
                            "order-" + placed++,
                            Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
                }
                return rate(store, messages, threads);
            });
            turns.of(one).values().forEach(figures -> cells.add(figures.text()));
        }
        return cells.toArray(String[]::new);
    }

    private static double rate(OrderStore store, int messages, int threads) throws Exception {
        CountDownLatch left = new CountDownLatch(messages);
        try (Dispatcher dispatcher = Dispatcher.over(store)
                .channel("mail", notification -> left.countDown())
                .threads(threads)
                .build()) {
            long start = System.nanoTime();
            dispatcher.start();
            left.await();
            return messages * 1e9 / (System.nanoTime() - start);
        }
    }
}
