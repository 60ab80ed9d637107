package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database goes away and comes back while orders are placed and moved; callers send again what was not answered. */
@Tag("servers")
class RestartedServerTest {

    private static final int RESTARTS = Scale.of(1, 10);
    private static final int CLIENTS = 8;
    private static final int MILLIS_OF_WORK = 500;

    private enum End {
        STOPPED {
            @Override
            void of(ServerProcess server) throws Exception {
                server.stop();
            }
        },
        KILLED {
            @Override
            void of(ServerProcess server) throws Exception {
                server.kill();
            }
        };

        abstract void of(ServerProcess server) throws Exception;
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, STOPPED", "POSTGRESQL, KILLED", "MARIADB, STOPPED", "MARIADB, KILLED"})
    void everything_settles_exactly_once(Site site, End end) throws Exception {
        Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        StubbornClient client = new StubbornClient();
        try (HikariDataSource source = Site.pool(site.newUrl())) {
            Orders orders = BusyShop.open(source);
            work(orders, client, acknowledged, () -> restart(site.server(), end, acknowledged));
            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(acknowledged).doesNotHaveDuplicates();
            assertThat(audit.written("")).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(audit.problems("")).isEmpty();
        }
        assertThat(client.failures.get() + client.unknowns.get()).isPositive();
        Scale.report(site + ", server " + end + " under load: " + RESTARTS + " times, " + CLIENTS + " clients, "
                + acknowledged.size() + " transitions acknowledged, 0 lost, 0 twice; on the way " + client);
    }

    private static void restart(ServerProcess server, End end, Queue<Acknowledged> acknowledged) throws Exception {
        for (int i = 0; i < RESTARTS; i++) {
            int before = acknowledged.size();
            while (acknowledged.size() < before + CLIENTS) {
                Thread.sleep(20);
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_OF_WORK));
            end.of(server);
            server.start();
        }
    }

    /** Has clients work until something has happened meanwhile. */
    private static void work(
            Orders orders, StubbornClient client, Queue<Acknowledged> acknowledged, Happening meanwhile)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger count = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(pool.submit(() -> {
                    while (!over.get()) {
                        life(orders, client, "o" + count.incrementAndGet(), acknowledged);
                    }
                }));
            }
            try {
                meanwhile.happen();
            } finally {
                over.set(true);
            }
            for (Future<?> each : clients) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void life(Orders orders, StubbornClient client, String number, Queue<Acknowledged> acknowledged) {
        List<String> events = new ArrayList<>(BusyShop.WAY);
        events.add(0, "place");
        for (String event : events) {
            long sequence = client.settleAccepted(() -> event.equals("place")
                            ? orders.place(number, BusyShop.placing(event))
                            : orders.fire(number, BusyShop.firing(event, event)))
                    .entry()
                    .sequence();
            acknowledged.add(new Acknowledged(number, sequence, event));
        }
    }

    /** Something that a test does while others work. */
    @FunctionalInterface
    private interface Happening {

        void happen() throws Exception;
    }
}
