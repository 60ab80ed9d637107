package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.MigrationPlan;
import dev.orderly.MigrationReport;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.order.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The migration of many orders to another version, some hundreds in a transaction, while the shop is open. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"H2", "POSTGRESQL", "POSTGRESQL_PARTITIONED", "MARIADB"})
@Tag("servers")
class LiveMigrationTest {

    private static final int ORDERS = 600;

    private final HikariDataSource source;
    private final StatementTap tap;
    private final JdbcOrderStore store;
    private final MigrationPlan plan;

    LiveMigrationTest(TestDatabase database) {
        source = database.emptied();
        tap = new StatementTap(source, "");
        store = JdbcOrderStore.builder(tap.tapped()).build();
        Orders early = JdbcFixture.early(store);
        for (int i = 0; i < ORDERS; i++) {
            early.place("A-" + i, JdbcFixture.place());
        }
        Orders orders = Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .workflow(JdbcFixture.SECOND)
                .build();
        plan = orders.migration("shop", 1, 2);
        tap.take();
    }

    private long migrated() {
        return store.countByStatus("shop", 2).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void hundreds_of_orders_share_a_read_and_a_write() {
        MigrationReport report = plan.withThreads(1).run(JdbcFixture.STAFF);

        assertThat(report).isEqualTo(new MigrationReport(Map.of("new", (long) ORDERS), ORDERS, 0, List.of(), true));
        assertThat(tap.take())
                .as("statements, of which MariaDB and H2 need four for each write, and the transition is added once")
                .isLessThan(40);
        assertThat(migrated()).isEqualTo(ORDERS);
    }

    @Test
    void orders_that_the_shop_changes_meanwhile_are_moved_and_lose_nothing() throws Exception {
        Orders shop = JdbcFixture.early(store);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<?> busy = executor.submit(() -> {
            for (int i = 0; i < ORDERS; i += 5) {
                shop.comment("A-" + i, CommentRequest.of(JdbcFixture.CUSTOMER, "still here"));
            }
        });
        MigrationReport report = plan.withThreads(3).run(JdbcFixture.STAFF);
        busy.get();
        executor.shutdown();

        assertThat(report.moved()).isEqualTo(ORDERS);
        assertThat(report.unmapped()).isEmpty();
        assertThat(store.history("A-0").orElseThrow().activities())
                .hasSize(3)
                .filteredOn(Migration.class::isInstance)
                .hasSize(1);
        assertThat(store.verification().run().findings()).isEmpty();
    }

    @Test
    void runs_of_two_nodes_at_once_move_each_order_once() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<MigrationReport> other =
                executor.submit(() -> plan.withThreads(2).run(JdbcFixture.STAFF));
        MigrationReport report = plan.withThreads(2).run(JdbcFixture.STAFF);
        executor.shutdown();

        assertThat(report.unmapped()).isEmpty();
        assertThat(other.get().unmapped()).isEmpty();
        assertThat(migrated()).isEqualTo(ORDERS);
        assertThat(store.verification().run().findings()).isEmpty();
    }

    @Test
    void in_the_callers_transaction_all_is_moved_by_his_thread_and_taken_back_with_it() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Orders joined = Orders.builder(store.joining(connection))
                    .workflow(JdbcFixture.FIRST)
                    .workflow(JdbcFixture.SECOND)
                    .build();
            assertThat(joined.migration("shop", 1, 2).run(JdbcFixture.STAFF).moved())
                    .isEqualTo(ORDERS);
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(migrated()).isZero();
        assertThat(plan.run(JdbcFixture.STAFF).moved()).isEqualTo(ORDERS);
        assertThat(Orders.builder(store)
                        .workflow(JdbcFixture.SECOND)
                        .build()
                        .fire("A-0", Request.of("post", JdbcFixture.STAFF))
                        .isAccepted())
                .isTrue();
    }
}
