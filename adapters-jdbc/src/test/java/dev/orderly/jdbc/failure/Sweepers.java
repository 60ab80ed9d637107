package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Processes that sweep at the same time. */
final class Sweepers {

    private static final int DEADLINES = Scale.of(250, 10_000);
    private static final Duration AGO = Duration.ofDays(15);

    private Sweepers() {}

    /** Starts a process for each address of a database, and asserts that each deadline that has come fires once. */
    static void share(String site, List<String> urls, Path folder) throws Exception {
        try (HikariDataSource source = Site.pool(urls.get(0))) {
            Orders orders = BusyShop.open(source);
            Instant placed = Instant.now().minus(AGO);
            IntStream.range(0, DEADLINES)
                    .parallel()
                    .forEach(
                            i -> orders.place("o" + i, BusyShop.placing("place").withTime(placed)));
            orders.place("young", BusyShop.placing("place"));

            List<List<Acknowledged>> each = NodeProcesses.run(SweepingProcess.class, urls, folder);
            List<Acknowledged> fired = each.stream().flatMap(List::stream).toList();

            assertThat(fired).hasSize(DEADLINES).doesNotHaveDuplicates();
            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(audit.lost("", fired)).isEmpty();
            assertThat(audit.written("")).hasSize(2 * DEADLINES + 1);
            assertThat(audit.problems("")).isEmpty();
            Scale.report(site + ", " + urls.size() + " sweeping nodes: " + DEADLINES + " deadlines, fired by each "
                    + each.stream().map(List::size).toList() + ", each once");
        }
    }
}
