package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.order.Activity;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps of many orders that share a transaction, beyond the contract of all stores. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"SQLITE", "H2", "POSTGRESQL", "POSTGRESQL_PARTITIONED", "MARIADB"})
@Tag("servers")
class ManyAtATimeTest {

    private static final Decider DECIDER = Decider.of(JdbcFixture.FIRST);

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    /** Makes a connection wait for a lock no longer than it must. */
    private final String impatience;

    ManyAtATimeTest(TestDatabase database) throws SQLException {
        this.database = database;
        impatience = switch (database) {
            case H2, H2_FILE -> "set lock_timeout 50";
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> "set lock_timeout = 50";
            case SQLITE -> "pragma busy_timeout = 50";
            case MARIADB -> "set innodb_lock_wait_timeout = 1";
        };
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = JdbcFixture.early(store);
        execute("drop table if exists stock");
        execute("create table stock (pieces int not null)");
        execute("insert into stock values (10)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int pieces() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pieces from stock")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<StoredOrder> placed(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    orders.place("A-" + i, JdbcFixture.place());
                    return store.find("A-" + i).orElseThrow();
                })
                .toList();
    }

    private static Change shipped(StoredOrder before) {
        Accepted accepted = (Accepted) DECIDER.decide(before.order(), JdbcFixture.ship());
        return change(before, accepted.order(), accepted.entry());
    }

    private static Change placement(String number) {
        Accepted accepted = (Accepted) DECIDER.place(number, JdbcFixture.place());
        return new Change(
                accepted.order(),
                HistoryEntry.of(HashChain.START, accepted.entry(), Redaction.of("salt")),
                null,
                Map.of(),
                List.of());
    }

    private static List<Change> shipped(List<StoredOrder> before) {
        return new ArrayList<>(before.stream().map(ManyAtATimeTest::shipped).toList());
    }

    /** A step that no version of the shop's workflow allows: the database refuses it. */
    private static Change illegal(StoredOrder before) {
        Workflow daring = Workflow.builder("shop")
                .status("new", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("beam", t -> t.from("new").to("sent").by("staff"))
                .build();
        TransitionEntry entry = TransitionEntry.builder(2, JdbcFixture.STAFF, JdbcFixture.START, "beam", "sent")
                .from("new")
                .comment("hush")
                .build();
        return change(before, new Evolution(daring).apply(before.order(), entry), entry);
    }

    private static Change change(StoredOrder before, Order after, Activity entry) {
        return new Change(
                after, HistoryEntry.of(before.hash(), entry, Redaction.of("salt")), null, Map.of(), List.of());
    }

    private static List<Boolean> written(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::isWritten).toList();
    }

    private List<String> statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> orders.find("A-" + i).orElseThrow().status())
                .toList();
    }

    @Test
    void a_step_that_the_database_refuses_is_told_by_itself_and_the_others_are_written() {
        List<StoredOrder> before = placed(4);
        List<Change> changes = shipped(before);
        changes.set(2, illegal(before.get(2)));

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(written(receipts)).containsExactly(true, true, false, true);
        assertThat(receipts.get(2).failure())
                .isInstanceOf(StoreFailedException.class)
                .hasMessageStartingWith("writing entry 2 of order A-2 failed: the database answered with SQLSTATE 23")
                .hasMessageEndingWith("; nothing was written")
                .cause()
                .hasMessageNotContaining("hush");
        assertThat(statuses(4)).containsExactly("sent", "sent", "new", "sent");
    }

    @Test
    void a_step_that_no_database_can_keep_is_told_by_itself_and_the_others_are_written() {
        List<StoredOrder> before = placed(3);
        List<Change> changes = shipped(before);
        NotificationPreference fine =
                NotificationPreference.of(2, JdbcFixture.STAFF, JdbcFixture.START.plusNanos(1), true);
        changes.set(
                1, change(before.get(1), DECIDER.evolution().apply(before.get(1).order(), fine), fine));

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(written(receipts)).containsExactly(true, false, true);
        assertThat(receipts.get(1).failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("truncate it");
    }

    @Test
    void more_than_share_a_transaction_are_written_all_the_same() {
        List<Change> changes = shipped(placed(1101));

        assertThat(store.appendAll(changes))
                .containsExactlyElementsOf(
                        changes.stream().map(Receipt::written).toList());
        assertThat(store.countByStatus("shop", 1)).containsExactly(Map.entry("sent", 1101L));
    }

    @Test
    void a_step_that_waits_for_somebody_does_not_hold_up_the_others() throws Exception {
        assumeTrue(database != TestDatabase.SQLITE, "SQLite locks no rows");
        List<Change> changes = shipped(placed(3));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection holding = source.getConnection()) {
            holding.setAutoCommit(false);
            try (PreparedStatement lock =
                    holding.prepareStatement("select number from orderly_order where number = 'A-0' for update")) {
                lock.executeQuery();
            }
            Future<List<Receipt>> receipts = pool.submit(() -> store.appendAll(changes));
            while (!statuses(3).equals(List.of("new", "sent", "sent"))) {
                assertThat(receipts).as("done, though A-0 is held").isNotDone();
            }
            holding.rollback();
            holding.setAutoCommit(true);

            assertThat(written(receipts.get())).containsExactly(true, true, true);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void in_the_callers_transaction_what_is_written_is_committed_with_it_and_what_is_refused_does_not_spoil_it()
            throws SQLException {
        List<StoredOrder> before = placed(3);
        List<Change> changes = shipped(before);
        changes.set(0, illegal(before.get(0)));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            OrderStore joined = store.joining(connection);

            assertThat(written(joined.appendAll(changes))).containsExactly(false, true, true);

            try (Statement statement = connection.createStatement()) {
                statement.execute("update stock set pieces = 9");
            }
            assertThat(store.find("A-1").orElseThrow().order().status())
                    .as("seen by others before the commit")
                    .isEqualTo("new");
            connection.commit();
            connection.setAutoCommit(true);
        }

        assertThat(statuses(3)).containsExactly("new", "sent", "sent");
        assertThat(pieces()).isEqualTo(9);
    }

    @Test
    void in_the_callers_transaction_a_conflict_is_told_by_itself_and_a_rollback_takes_all_back() throws SQLException {
        List<Change> changes = shipped(placed(3));
        orders.fire("A-1", JdbcFixture.remark("faster"));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);

            List<Receipt> receipts = store.joining(connection).appendAll(changes);

            assertThat(written(receipts)).containsExactly(true, false, true);
            assertThat(receipts.get(1).failure())
                    .isInstanceOf(ConflictException.class)
                    .hasMessage(
                            "writing entry 2 of order A-1 met a change by another transaction, and nothing was written");
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(statuses(3)).containsExactly("new", "new", "new");
    }

    @Test
    void in_the_callers_transaction_nothing_is_tried_after_a_conflict_that_the_database_spoke_of() throws SQLException {
        assumeTrue(database != TestDatabase.SQLITE, "SQLite locks no rows");
        List<Change> changes = shipped(placed(2));
        changes.add(placement("B-1"));
        try (Connection holding = DriverManager.getConnection(source.getJdbcUrl());
                Connection impatient = DriverManager.getConnection(source.getJdbcUrl())) {
            try (Statement statement = impatient.createStatement()) {
                statement.execute(impatience);
            }
            holding.setAutoCommit(false);
            impatient.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.executeQuery("select number from orderly_order where number = 'A-0' for update");
            }

            List<Receipt> receipts = store.joining(impatient).appendAll(changes);

            assertThat(receipts.get(0).failure())
                    .isInstanceOf(ConflictException.class)
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(receipts.get(2).failure()).isSameAs(receipts.get(0).failure());
            impatient.rollback();
            holding.rollback();
        }

        assertThat(store.find("B-1")).isEmpty();
        assertThat(statuses(2)).containsExactly("new", "new");
    }
}
