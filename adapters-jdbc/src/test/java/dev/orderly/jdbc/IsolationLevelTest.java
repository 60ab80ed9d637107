package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.store.ConflictException;
import dev.orderly.store.DeadlineQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims of several nodes among writers, at each isolation level that a pool can give its connections. */
@ParameterizedClass
@MethodSource("levels")
@Tag("servers")
class IsolationLevelTest {

    private static final int ORDERS = 40;
    private static final int NODES = 4;
    private static final int CLAIMS = 30;

    private final HikariDataSource source;
    private final JdbcOrderStore store;

    IsolationLevelTest(Level level) {
        String url = level.database.newUrl();
        source = TestDatabase.pool(url + level.settings, config -> config.setTransactionIsolation(level.name));
        store = level.database.builder(source).build();
    }

    /**
     * An isolation level.
     *
     * @param name the name of its constant in {@link java.sql.Connection}
     * @param settings what is added to the address of the database
     */
    record Level(TestDatabase database, String name, String settings) {}

    static Stream<Level> levels() {
        return Stream.of(
                new Level(TestDatabase.SQLITE, "TRANSACTION_SERIALIZABLE", ""),
                new Level(TestDatabase.H2, "TRANSACTION_REPEATABLE_READ", ""),
                new Level(TestDatabase.H2, "TRANSACTION_SERIALIZABLE", ""),
                new Level(TestDatabase.POSTGRESQL, "TRANSACTION_REPEATABLE_READ", ""),
                new Level(TestDatabase.POSTGRESQL, "TRANSACTION_SERIALIZABLE", ""),
                new Level(TestDatabase.MARIADB, "TRANSACTION_READ_COMMITTED", ""),
                new Level(
                        TestDatabase.MARIADB,
                        "TRANSACTION_REPEATABLE_READ",
                        "&sessionVariables=innodb_snapshot_isolation=ON"),
                new Level(TestDatabase.MARIADB, "TRANSACTION_SERIALIZABLE", ""));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void claims_among_writers_never_fail() throws Exception {
        Orders early = JdbcFixture.early(store);
        for (int i = 0; i < ORDERS; i++) {
            early.place("A-" + i, JdbcFixture.place());
        }
        AtomicBoolean claiming = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(2 * NODES);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                int own = i;
                writers.add(threads.submit(() -> write(early, own, claiming)));
            }
            List<Future<?>> claims = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                claims.add(threads.submit(this::claim));
            }
            for (Future<?> each : claims) {
                assertThatCode(each::get).doesNotThrowAnyException();
            }
            claiming.set(false);
            for (Future<?> each : writers) {
                each.get();
            }
        } finally {
            claiming.set(false);
            threads.shutdown();
        }
    }

    private void claim() {
        Instant late = JdbcFixture.START.plus(Duration.ofDays(15));
        for (int i = 0; i < CLAIMS; i++) {
            store.claimDeadlines(DeadlineQuery.of(late, Duration.ZERO, ORDERS));
            store.outbox().claim("mail", late, Duration.ZERO, ORDERS);
            store.forgetAnswers(late, 1);
        }
    }

    /** Each writer has orders of its own, so that it meets nobody but the claims. */
    private static void write(Orders orders, int own, AtomicBoolean claiming) {
        int written = 0;
        while (claiming.get()) {
            String number = "A-" + (written * NODES + own) % ORDERS;
            try {
                orders.fire(number, JdbcFixture.remark("still here").withId("remark-" + written));
            } catch (ConflictException e) {
                assertThat(e).as("a step that met ten claims").hasMessageContaining("another transaction");
            }
            written++;
        }
    }
}
