package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.jdbc.JdbcOrderStore;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database goes away and comes back while orders are placed and moved; callers send again what was not answered. */
@Tag("servers")
class RestartedServerTest {

    private static final int RESTARTS = Scale.of(1, 10);
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
        try (HikariDataSource source = Site.pool(site.newUrl())) {
            OrderLoad load = new OrderLoad(List.of(BusyShop.open(source)));
            load.during(() -> restart(site.server(), end, load));
            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(load.acknowledged).doesNotHaveDuplicates();
            assertThat(audit.written("")).containsExactlyInAnyOrderElementsOf(load.acknowledged);
            assertThat(audit.problems("")).isEmpty();
            assertThat(load.client.failures.get() + load.client.unknowns.get()).isPositive();
            Scale.report(site + ", server " + end + " under load: " + RESTARTS + " times, " + OrderLoad.CLIENTS
                    + " clients, " + load.acknowledged.size()
                    + " transitions acknowledged, 0 lost, 0 twice; on the way "
                    + load.client);
        }
    }

    private static void restart(ServerProcess server, End end, OrderLoad load) throws Exception {
        for (int i = 0; i < RESTARTS; i++) {
            load.awaitProgress();
            Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_OF_WORK));
            end.of(server);
            server.start();
        }
    }
}
