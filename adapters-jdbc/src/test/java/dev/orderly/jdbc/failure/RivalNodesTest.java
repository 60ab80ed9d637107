package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two JVMs with eight threads each fire events that exclude each other at the same orders. */
@Tag("servers")
class RivalNodesTest {

    private static final int ORDERS = Scale.of(10, 1000);
    private static final int THREADS = 8;
    private static final int TRIES = 5;

    @ParameterizedTest
    @EnumSource
    void what_they_were_told_is_exactly_what_happened(Site site, @TempDir Path folder) throws Exception {
        String url = site.sharedUrl();
        try (HikariDataSource source = Site.pool(url)) {
            List<Acknowledged> acknowledged = new ArrayList<>();
            Orders orders = BusyShop.open(source);
            for (int i = 0; i < ORDERS; i++) {
                orders.place("o" + i, BusyShop.placing("place"));
                acknowledged.add(new Acknowledged("o" + i, 1, "place"));
            }
            try (ChildJvm first = rival(url, folder, "a");
                    ChildJvm second = rival(url, folder, "b")) {
                StartSignal.give(folder, List.of(first, second), List.of("a", "b"));
                first.await(30);
                second.await(30);
            }
            List<Acknowledged> first = Acknowledged.read(folder.resolve("a"));
            List<Acknowledged> second = Acknowledged.read(folder.resolve("b"));
            acknowledged.addAll(first);
            acknowledged.addAll(second);
            assertThat(acknowledged).hasSizeGreaterThan(2 * ORDERS);

            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(acknowledged).doesNotHaveDuplicates();
            assertThat(audit.written("")).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(audit.problems("")).isEmpty();
            Scale.report(site + ", 2 JVMs with " + THREADS + " threads each at the same " + ORDERS + " orders: "
                    + ORDERS * THREADS * TRIES * 2 + " events fired, " + first.size() + " and " + second.size()
                    + " accepted, each in the history once; 0 double winners, 0 gaps");
        }
    }

    private static ChildJvm rival(String url, Path folder, String name) throws Exception {
        return new ChildJvm(
                RivalProcess.class, url, folder.resolve(name).toString(), name, "" + ORDERS, "" + THREADS, "" + TRIES);
    }
}
