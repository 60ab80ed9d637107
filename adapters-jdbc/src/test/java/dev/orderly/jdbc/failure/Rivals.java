package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that fire events that exclude each other at the same orders. */
final class Rivals {

    private static final int ORDERS = Scale.of(10, 1000);
    private static final int THREADS = 8;
    private static final int TRIES = 5;

    private Rivals() {}

    /**
     * Starts a process for each address of a database, and asserts that what they were answered is exactly what the histories
     * hold.
     */
    static void compete(String site, List<String> urls, Path folder) throws Exception {
        try (HikariDataSource source = Site.pool(urls.get(0))) {
            List<Acknowledged> acknowledged = new ArrayList<>();
            Orders orders = BusyShop.open(source);
            for (int i = 0; i < ORDERS; i++) {
                orders.place("o" + i, BusyShop.placing("place"));
                acknowledged.add(new Acknowledged("o" + i, 1, "place"));
            }
            List<List<Acknowledged>> accepted =
                    NodeProcesses.run(RivalProcess.class, urls, folder, ORDERS, THREADS, TRIES);
            accepted.forEach(acknowledged::addAll);
            assertThat(acknowledged).hasSizeGreaterThan(2 * ORDERS);

            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(acknowledged).doesNotHaveDuplicates();
            assertThat(audit.written("")).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(audit.problems("")).isEmpty();
            Scale.report(site + ", " + urls.size() + " JVMs with " + THREADS + " threads each at the same " + ORDERS
                    + " orders: " + ORDERS * THREADS * TRIES * urls.size() + " events fired, accepted by each "
                    + accepted.stream().map(List::size).toList()
                    + ", each in the history once; 0 double winners, 0 gaps");
        }
    }
}
