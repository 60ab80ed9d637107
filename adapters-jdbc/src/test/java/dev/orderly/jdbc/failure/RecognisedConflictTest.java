package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors by which databases say that another transaction was faster, each provoked for real, in a joined transaction. */
@Tag("servers")
class RecognisedConflictTest {

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 40P01, 0",
        "MARIADB, 40001, 1213",
        "H2_FILE, 40001, 40001",
    })
    void a_deadlock_is_a_conflict(Site site, String state, int code) throws Exception {
        try (Scene scene = new Scene(site, "")) {
            scene.first.pay("A");
            scene.second.pay("B");

            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> scene.first.pay("B"));
            Throwable mine = catchThrowable(() -> scene.second.pay("A"));
            if (mine != null) {
                scene.second.connection.rollback();
            }
            Throwable theirs = catchThrowable(waiting::get);
            if (theirs != null) {
                scene.first.connection.rollback();
            }

            List<Throwable> losers = new ArrayList<>();
            if (mine != null) {
                losers.add(mine);
            }
            if (theirs instanceof ExecutionException wrapped) {
                losers.add(wrapped.getCause());
            }
            assertThat(losers).singleElement().satisfies(loser -> assertConflict(loser, state, code));
            (mine == null ? scene.second : scene.first).connection.commit();
            assertThat(scene.statuses()).containsExactly("paid", "paid");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, set lock_timeout = '100ms', 55P03, 0",
        "MARIADB, set innodb_lock_wait_timeout = 1, HY000, 1205",
        "H2_FILE, set lock_timeout 100, HYT00, 50200",
        "SQLITE, pragma busy_timeout = 100, 40001, 5",
    })
    void waiting_too_long_for_a_lock_is_a_conflict(Site site, String setting, String state, int code) throws Exception {
        try (Scene scene = new Scene(site, setting)) {
            scene.first.pay("A");

            assertConflict(catchThrowable(() -> scene.second.pay("A")), state, code);

            scene.first.connection.commit();
            scene.second.connection.rollback();
            assertThat(scene.statuses()).containsExactly("paid", "new");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, '', 40001, 0",
        "MARIADB, set innodb_snapshot_isolation = on, HY000, 1020",
        "H2_FILE, '', 40001, 40001",
        "SQLITE, '', 40001, 5",
    })
    void writing_over_a_row_that_was_changed_meanwhile_is_a_conflict(Site site, String setting, String state, int code)
            throws Exception {
        try (Scene scene = new Scene(site, setting)) {
            if (site != Site.SQLITE) { // where it cannot be other
                scene.second.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            assertThat(scene.second.status("A")).isEqualTo("new");
            scene.first.pay("A");
            scene.first.connection.commit();

            assertConflict(catchThrowable(() -> scene.second.pay("A")), state, code);

            scene.second.connection.rollback();
            assertThat(scene.statuses()).containsExactly("paid", "new");
            scene.second.fire("A", "pack");
            scene.second.connection.commit();
            assertThat(scene.statuses()).containsExactly("packed", "new");
        }
    }

    private static void assertConflict(Throwable thrown, String state, int code) {
        assertThat(thrown).isInstanceOf(ConflictException.class);
        assertThat(thrown.getCause()).isInstanceOfSatisfying(SQLException.class, cause -> {
            assertThat(cause.getErrorCode()).isEqualTo(code);
            assertThat(cause.getSQLState()).isEqualTo(state);
        });
    }

    /** Two orders, and two callers with a transaction each. */
    private static final class Scene implements AutoCloseable {

        final Caller first;
        final Caller second;
        private final HikariDataSource source;
        private final Orders orders;

        Scene(Site site, String setting) throws Exception {
            source = Site.pool(site.newUrl());
            orders = BusyShop.open(source);
            orders.place("A", BusyShop.placing("place"));
            orders.place("B", BusyShop.placing("place"));
            JdbcOrderStore store = JdbcOrderStore.builder(source).build();
            first = new Caller(source.getConnection(), store, "");
            second = new Caller(source.getConnection(), store, setting);
        }

        List<String> statuses() {
            return List.of(
                    orders.find("A").orElseThrow().status(),
                    orders.find("B").orElseThrow().status());
        }

        @Override
        public void close() throws SQLException {
            first.connection.close();
            second.connection.close();
            source.close();
        }
    }

    private static final class Caller {

        final Connection connection;
        private final Orders orders;

        Caller(Connection connection, JdbcOrderStore store, String setting) throws SQLException {
            this.connection = connection;
            if (!setting.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(setting);
                }
            }
            connection.setAutoCommit(false);
            orders = Orders.builder(store.joining(connection))
                    .workflow(BusyShop.WORKFLOW)
                    .attempts(1)
                    .build();
            connection.commit();
        }

        String status(String number) {
            return orders.find(number).map(Order::status).orElseThrow();
        }

        void pay(String number) {
            fire(number, "pay");
        }

        void fire(String number, String event) {
            Supplier<Decision> firing = () -> orders.fire(number, BusyShop.firing(event, event));
            assertThat(firing.get()).isInstanceOf(Accepted.class);
        }
    }
}
