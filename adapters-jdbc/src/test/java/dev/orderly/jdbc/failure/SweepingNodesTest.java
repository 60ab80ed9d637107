package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes sweep at the same time while many deadlines have come. */
@Tag("servers")
class SweepingNodesTest {

    private static final int DEADLINES = Scale.of(250, 10_000);
    private static final Duration AGO = Duration.ofDays(15);

    @ParameterizedTest
    @EnumSource
    void each_due_deadline_fires_once(Site site, @TempDir Path folder) throws Exception {
        String url = site.sharedUrl();
        try (HikariDataSource source = Site.pool(url)) {
            Orders orders = BusyShop.open(source);
            Instant placed = Instant.now().minus(AGO);
            IntStream.range(0, DEADLINES)
                    .parallel()
                    .forEach(
                            i -> orders.place("o" + i, BusyShop.placing("place").withTime(placed)));
            orders.place("young", BusyShop.placing("place"));
            try (ChildJvm first = node(url, folder, "a");
                    ChildJvm second = node(url, folder, "b")) {
                StartSignal.give(folder, List.of(first, second), List.of("a", "b"));
                first.await(30);
                second.await(30);
            }
            List<Acknowledged> first = Acknowledged.read(folder.resolve("a"));
            List<Acknowledged> second = Acknowledged.read(folder.resolve("b"));
            List<Acknowledged> fired = new ArrayList<>(first);
            fired.addAll(second);

            assertThat(fired).hasSize(DEADLINES).doesNotHaveDuplicates();
            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(audit.lost("", fired)).isEmpty();
            assertThat(audit.written("")).hasSize(2 * DEADLINES + 1);
            assertThat(audit.problems("")).isEmpty();
            Scale.report(site + ", 2 sweeping nodes: " + DEADLINES + " deadlines, " + first.size() + " and "
                    + second.size() + " fired, each once");
        }
    }

    private static ChildJvm node(String url, Path folder, String name) throws Exception {
        return new ChildJvm(SweepingProcess.class, url, folder.resolve(name).toString());
    }
}
