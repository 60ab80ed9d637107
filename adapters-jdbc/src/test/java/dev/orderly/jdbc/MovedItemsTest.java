package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Units stand in the tables as the orders have them, whatever happens to an order. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class MovedItemsTest {

    private static final Actor STAFF = Actor.of("staff", "anna");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    MovedItemsTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = new UnitFixture(store).orders();
    }

    @BeforeEach
    void aBitOfEverything() {
        new UnitFixture(store).aBitOfEverything();
    }

    /** By line and item status, as the tables have it. */
    private Map<String, Map<String, Integer>> counted(String number) throws SQLException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select line_id, item_status, quantity from orderly_report_item"
                        + " where number = '" + number + "'")) {
            while (row.next()) {
                counts.computeIfAbsent(row.getString("line_id"), line -> new TreeMap<>())
                        .put(row.getString("item_status"), row.getInt("quantity"));
            }
        }
        return counts;
    }

    private static Map<String, Map<String, Integer>> counts(Order order) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        order.items().lines().forEach(line -> counts.put(line, order.items().of(line)));
        return counts;
    }

    private int rows(String table, String number) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from " + table + " where number = '" + number + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.executeUpdate(sql);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void isClean() throws IOException {
        assertThat(store.verification().run().findings()).isEmpty();
    }

    @Test
    void the_tables_count_what_each_order_has() throws Exception {
        for (Order order : store.list(OrderQuery.all()).orders()) {
            assertThat(counted(order.number())).as(order.number()).isEqualTo(counts(order));
        }
        assertThat(counted("U-1"))
                .isEqualTo(Map.of("a", Map.of("ordered", 1, "sent", 2), "b", Map.of("ordered", 1, "cancelled", 1)));
        assertThat(counted("U-0")).as("retired").isEqualTo(Map.of("a", Map.of("delivered", 1, "returned", 1)));
        isClean();
    }

    @Test
    void units_come_back_from_the_archive_with_their_order() throws Exception {
        assertThat(rows(MovedItemRows.TABLE, "U-0")).isZero();
        assertThat(rows(MovedItemRows.ARCHIVE, "U-0")).isEqualTo(4);

        orders.comment("U-0", CommentRequest.of(Actor.customer(), "and the second one?"));

        assertThat(rows(MovedItemRows.TABLE, "U-0")).isEqualTo(4);
        assertThat(rows(MovedItemRows.ARCHIVE, "U-0")).isZero();
        assertThat(counted("U-0"))
                .isEqualTo(counts(store.find("U-0").orElseThrow().order()));
        isClean();
        assertThat(store.retirement(UnitFixture.AGE).run().retired()).isEqualTo(1);
        assertThat(rows(MovedItemRows.ARCHIVE, "U-0")).isEqualTo(4);
        isClean();
    }

    @Test
    void a_purge_leaves_no_units() throws Exception {
        assertThat(store.purge(UnitFixture.AGE).run().purged()).isEqualTo(1);

        assertThat(rows(MovedItemRows.ARCHIVE, "U-0")).isZero();
        assertThat(counted("U-0")).isEmpty();
        isClean();
    }

    @Test
    void an_order_moves_to_a_version_that_has_its_item_statuses() throws Exception {
        Orders both = Orders.builder(store)
                .workflow(UnitFixture.PARTS)
                .workflow(UnitFixture.WITHOUT_RETURNS)
                .build();

        both.migration("parts", 1, 2).run(STAFF);

        Order moved = both.find("U-1").orElseThrow();
        assertThat(moved.version()).isEqualTo(2);
        assertThat(both.fire("U-1", Request.of("deliver", STAFF)).isAccepted()).isTrue();
        assertThat(counted("U-1")).isEqualTo(counts(both.find("U-1").orElseThrow()));
        isClean();
    }

    @Test
    void many_orders_move_units_in_one_transaction() throws Exception {
        Workflow waiting = Workflow.builder("waiting")
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("dropped").done(true).build())
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").by("customer"))
                .transition(
                        "drop",
                        t -> t.from("open")
                                .to("closed")
                                .items("ordered", "dropped")
                                .whenItems(ItemCondition.all("dropped"))
                                .after(TimeLimit.after("P14D")))
                .transition("leave", t -> t.from("open").by("staff").items("ordered", "dropped"))
                .transition(
                        "close", t -> t.from("open").to("closed").by("staff").whenItems(ItemCondition.all("dropped")))
                .build();
        Orders late = Orders.builder(store)
                .workflow(waiting)
                .clock(Clock.fixed(START.plus(Duration.ofDays(15)), ZoneOffset.UTC))
                .build();
        for (int i = 1; i <= 4; i++) {
            late.place(
                    "W-" + i,
                    Request.of("place", Actor.customer())
                            .withLines(Line.of("sku-a", "A", i), Line.of("sku-b", "B", 9))
                            .withTime(START));
        }

        assertThat(late.sweep().fired()).hasSize(4);

        for (int i = 1; i <= 4; i++) {
            assertThat(counted("W-" + i)).isEqualTo(Map.of("1", Map.of("dropped", i), "2", Map.of("dropped", 9)));
        }
        isClean();
    }

    @Test
    void what_an_erasure_takes_are_no_units() throws Exception {
        assertThat(orders.erase("U-1", STAFF, "tracking-number")).isPresent();

        assertThat(counted("U-1"))
                .isEqualTo(counts(store.find("U-1").orElseThrow().order()));
        isClean();
    }

    /** The units that an entry says it moves are moved with its order, where it was written without. */
    @Test
    void units_are_caught_up_with() throws Exception {
        assumeTrue(
                database != TestDatabase.POSTGRESQL && database != TestDatabase.POSTGRESQL_PARTITIONED,
                "PostgreSQL takes no entry without its units");
        run(List.of(ForgedEntry.of("U-2")
                .with("workflow", "parts")
                .move("open", "send", "open")
                .with("moved_items", 1)
                .with("content", "{\"items\":[{\"line\":\"a\",\"from\":\"ordered\",\"to\":\"sent\",\"quantity\":2}]}")
                .sql()));

        assertThat(orders.fire("U-2", Request.of("cancel", STAFF)).isAccepted()).isTrue();

        assertThat(counted("U-2")).isEqualTo(Map.of("a", Map.of("sent", 2, "cancelled", 3)));
        assertThat(counts(store.find("U-2").orElseThrow().order())).isEqualTo(counted("U-2"));
    }

    /** In a transaction whose view of the order is older, it looks as if the units were still there. */
    @Test
    void units_cannot_move_twice_in_a_transaction_that_does_not_see_the_first_time() throws Exception {
        assumeTrue(database != TestDatabase.SQLITE && database != TestDatabase.H2, "one writer, or always the latest");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            statement.executeQuery("select * from orderly_moved_item").close();
            new UnitFixture(store).move("U-2", "send", START, LineQuantity.of("a", 5));

            assertThatThrownBy(() -> {
                        statement.executeUpdate(ForgedEntry.of("U-2")
                                .with("workflow", "parts")
                                .with("sequence", 3)
                                .with("previous", 2)
                                .move("open", "cancel", "open")
                                .with("moved_items", 1)
                                .sql());
                        statement.executeUpdate("insert into orderly_moved_item (" + MovedItemRows.COLUMNS
                                + ") values ('U-2', 3, 1, 'a', 'ordered', 'cancelled', 5)");
                        connection.commit();
                    })
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as(e.getMessage())
                                    .isIn("40001", "23000", "23503", "HY000"));
            connection.rollback();
        }
        assertThat(counted("U-2")).isEqualTo(Map.of("a", Map.of("sent", 5)));
    }

    @Test
    void a_verification_names_the_order_whose_units_are_not_where_its_history_has_them() throws Exception {
        for (String sql : List.of(
                "update orderly_moved_item set quantity = 1 where number = 'U-1' and sequence = 2",
                "delete from orderly_moved_item where number = 'U-1' and sequence = 3",
                "insert into orderly_moved_item values ('U-1', 3, 2, 'a', 'ordered', 'cancelled', 1)")) {
            aFreshOne();
            Guards.without(database, source, List.of(sql));

            assertThat(store.verification().run().findings())
                    .as(sql)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(Kind.ENTRY);
                        assertThat(finding.order()).isEqualTo("U-1");
                        assertThat(finding.problem())
                                .startsWith(
                                        "other units moved in orderly_moved_item than by its history, first by entry ");
                    });
        }
    }

    private void aFreshOne() {
        database.emptied();
        new UnitFixture(store).aBitOfEverything();
    }
}
