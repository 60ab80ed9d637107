package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Fires events that exclude each other at orders that others fire at as well. Arguments: where the database is, the log
 * of what is acknowledged, this process's name, how many orders, how many threads, how many events for each order.
 */
final class RivalProcess {

    private static final List<String> EVENTS = List.of("pay", "pack", "unpack", "pack", "unpack", "send", "cancel");

    private final Orders orders;
    private final Acknowledged.Log log;
    private final StubbornClient client = new StubbornClient();

    private RivalProcess(Orders orders, Acknowledged.Log log) {
        this.orders = orders;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[4]);
        try (HikariDataSource source = Site.pool(arguments[0], threads)) {
            Orders orders = BusyShop.open(source);
            Path log = Path.of(arguments[1]);
            RivalProcess rival = new RivalProcess(orders, new Acknowledged.Log(log));
            StartSignal.await(log);
            int count = Integer.parseInt(arguments[3]);
            int tries = Integer.parseInt(arguments[5]);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> rival.fire(arguments[2] + i, count, tries)))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
            pool.shutdown();
        }
    }

    /** All rivals go through the orders in the same sequence, so that they meet. */
    private void fire(String name, int count, int tries) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < count; i++) {
            String number = "o" + i;
            for (int attempt = 0; attempt < tries; attempt++) {
                String event = EVENTS.get(random.nextInt(attempt < 2 ? 1 + attempt : EVENTS.size()));
                String id = name + "-" + attempt;
                Decision decision = client.settle(() -> orders.fire(number, BusyShop.firing(event, id)));
                if (decision instanceof Accepted accepted) {
                    log.add(Acknowledged.of(accepted));
                }
            }
        }
    }
}
