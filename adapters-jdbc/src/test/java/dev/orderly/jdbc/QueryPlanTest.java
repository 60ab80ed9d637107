package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.order.Customer;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the databases say about how they would run our statements: by key or by index, whatever the number of orders.
 * A partition is so small here that PostgreSQL is right to walk through it; with that switched off, its plan shows whether it
 * could do without.
 */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"SQLITE", "H2", "POSTGRESQL", "POSTGRESQL_PARTITIONED", "MARIADB"})
@Tag("servers")
class QueryPlanTest {

    private static final int ORDERS = 2000;

    /** A walk through one of the tables that grow, in the words of each database. */
    private static final Pattern WALK = Pattern.compile(
            "Seq Scan on orderly_(order|history|answer|attachment|outbox)" // PostgreSQL
                    + "|detail=SCAN (o|h|a|m|e|orderly_(order|history|answer|attachment|outbox)) (?!USING)" // SQLite
                    + "|ORDERLY_(ORDER|HISTORY|ANSWER|ATTACHMENT|OUTBOX)\\.tableScan" // H2
                    + "|select_type=(?!INSERT)\\S+ table=(o|h|orderly_(order|history|answer|attachment|outbox)) (partitions=\\S* )?(type=ALL |type=index .*rows=\\d{3})");

    /** Rows that are sorted before the first of them comes, in the words of each database. */
    private static final Pattern SORT = Pattern.compile("Sort  \\(cost|index sorted: no|filesort");

    private static final int VERSIONS = 200;

    private static final Map<TestDatabase, HikariDataSource> FILLED = new ConcurrentHashMap<>();

    private final TestDatabase database;
    private final HikariDataSource source;
    private final StatementTap tap;
    private final OrderStore store;
    private final Orders orders;

    QueryPlanTest(TestDatabase database) {
        this.database = database;
        source = FILLED.computeIfAbsent(database, QueryPlanTest::filled);
        tap = new StatementTap(
                source, database == TestDatabase.POSTGRESQL_PARTITIONED ? "set enable_seqscan = off" : "");
        store = JdbcOrderStore.builder(tap.tapped()).build();
        orders = JdbcFixture.early(store);
    }

    @BeforeEach
    void forgetStatements() throws SQLException {
        tap.plans();
    }

    /** A database with copies of one order, by SQL, each placed a millisecond after the one before. */
    private static HikariDataSource filled(TestDatabase database) {
        HikariDataSource source = database.open();
        JdbcFixture.early(database.builder(source).build())
                .place("A-1", JdbcFixture.place().withCustomer(Customer.of("anna@example.org")));
        List<String> copies = List.of(
                "insert into orderly_history (number, sequence, kind, workflow, version, status, previous_version,"
                        + " previous_status, subject, from_status, event, to_status, actor_role, at_time, hash)"
                        + " select concat('N-', ?), 1, kind, workflow, version, status, previous_version,"
                        + " previous_status, subject, from_status, event, to_status, actor_role, at_time, hash"
                        + " from orderly_history where number = 'A-1'",
                "insert into orderly_order (number, sequence, workflow, version, status, done, muted, placed_at, since,"
                        + " deadline_at, claimable_at, overdue_at, customer_key, placed, state)"
                        + " select concat('N-', ?), 1, workflow, version, status, done, muted, placed_at + 1000 * ?,"
                        + " since, deadline_at + 1000 * ?, claimable_at + 1000 * ?, overdue_at + 1000 * ?, concat('k', ?), placed, state"
                        + " from orderly_order where number = 'A-1'",
                "insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                        + " values (concat('N-', ?), 'request', 'x', 1, ?)",
                "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries,"
                        + " available_at)"
                        + " select concat('N-', ?), 1, 0, 'customer', 'mail', placed_at, 0, placed_at + 1000 * ?"
                        + " from orderly_order where number = 'A-1'",
                "insert into orderly_attachment (number, sha256) values (concat('N-', ?), 'hash')");
        String analysis = database == TestDatabase.MARIADB
                ? "analyze table orderly_order, orderly_history, orderly_answer, orderly_attachment, orderly_outbox"
                : "analyze";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : copies) {
                for (int x = 1; x <= ORDERS; x++) {
                    statement.addBatch(sql.replace("?", Integer.toString(x)));
                }
                statement.executeBatch();
            }
            statement.execute(analysis);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(database + " could not be filled", e);
        }
        return source;
    }

    private void isByIndex() throws SQLException {
        List<String> plans = tap.plans();
        assertThat(plans).isNotEmpty().noneMatch(plan -> WALK.matcher(plan).find());
    }

    @Test
    void the_test_would_see_a_walk_through_a_table() throws SQLException {
        try (Connection connection = tap.tapped().getConnection()) {
            connection
                    .prepareStatement("select o.number from orderly_order o where o.placed = 'x'")
                    .close();
        }

        assertThat(tap.plans()).hasSize(1).allMatch(plan -> WALK.matcher(plan).find());
    }

    @Test
    void reading_an_order_and_its_history_goes_by_key() throws SQLException {
        store.find("N-77").orElseThrow().order().trail().steps();
        store.history("N-77");
        store.answer("N-77", "request");
        store.find("N-77", "request");
        store.attachment("N-77", "hash");

        isByIndex();
    }

    @Test
    void writing_a_step_goes_by_key() throws SQLException {
        orders.fire("N-77", JdbcFixture.ship().withId("request-1"));
        orders.comment("N-77", CommentRequest.of(JdbcFixture.CUSTOMER, "hello"));
        orders.place("A-2", JdbcFixture.place().withId("request-2"));

        isByIndex();
    }

    @Test
    void listing_goes_by_index() throws SQLException {
        Position middle = new Position(JdbcFixture.START.plusMillis(ORDERS / 2), "N-" + ORDERS / 2);
        for (OrderQuery query : List.of(OrderQuery.active(), OrderQuery.all())) {
            for (OrderQuery paged :
                    List.of(query.withLimit(20), query.withLimit(20).withAfter(middle))) {
                store.list(paged);
                store.list(paged.withWorkflow("shop"));
                store.list(paged.withVersion("shop", 1));
                store.list(paged.withStatuses("new"));
                store.list(paged.withStatuses("new", "sent").withWorkflow("shop"));
                store.list(paged.withCustomer("anna@example.org"));
            }
        }

        isByIndex();
    }

    @Test
    void listing_the_few_overdue_orders_goes_by_index() throws SQLException {
        store.list(OrderQuery.active()
                .withOverdueAt(JdbcFixture.START.plus(Duration.ofDays(1)).plusMillis(10)));

        isByIndex();
    }

    @Test
    void listing_overdue_orders_goes_by_index_however_many_are_overdue() throws SQLException {
        Instant end = JdbcFixture.START.plus(Duration.ofDays(400));
        OrderQuery overdue = OrderQuery.all().withOverdueAt(end).withLimit(20);
        store.list(overdue);
        store.list(overdue.withAfter(store.list(overdue).next().orElseThrow()));

        List<String> plans = tap.plans();
        assertThat(plans)
                .noneMatch(plan -> WALK.matcher(plan).find())
                .noneMatch(plan -> SORT.matcher(plan).find());
    }

    @Test
    void a_list_over_two_hundred_versions_takes_no_more_statements_than_over_one() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (int version = 1; version <= VERSIONS; version++) {
                statement.addBatch("insert into orderly_workflow (workflow, version, content_hash, content) values"
                        + " ('many-" + database + "', " + version + ", 'x', '{}')");
                for (int status = 0; status < 10; status++) {
                    statement.addBatch(
                            "insert into orderly_status (workflow, version, status, done, label) values ('many-"
                                    + database + "', " + version + ", 'status-" + status + "', false, 'x')");
                }
            }
            statement.executeBatch();
        }
        store.list(OrderQuery.active().withWorkflow("many-" + database));
        store.list(OrderQuery.all().withWorkflow("many-" + database).withStatuses("status-1", "status-2"));

        assertThat(tap.take())
                .as("the statuses, and the orders in them; each twice")
                .isEqualTo(4);
    }

    @Test
    void claiming_goes_by_index() throws SQLException {
        store.claimDeadlines(
                DeadlineQuery.of(JdbcFixture.START.plus(Duration.ofDays(14)).plusMillis(10), Duration.ZERO, 100));
        store.outbox().claim("mail", JdbcFixture.START.plusMillis(10), Duration.ZERO, 100);
        store.outbox().pending("N-77");
        store.outbox().deadLettered(100);

        isByIndex();
    }

    @Test
    void sweeping_goes_by_key_and_by_index() throws SQLException {
        Instant expired = JdbcFixture.START.plus(Duration.ofDays(14)).plusMillis(10);
        Orders clocked = Orders.builder(store)
                .workflow(JdbcFixture.FIRST)
                .clock(Clock.fixed(expired, ZoneOffset.UTC))
                .build();
        tap.plans();

        assertThat(clocked.sweep().fired()).hasSizeGreaterThan(5);
        isByIndex();
    }

    @Test
    void the_row_of_an_order_does_not_grow_with_its_history() throws SQLException {
        int early = steps(10);
        int later = steps(200);

        assertThat(later).isEqualTo(early);
    }

    /** The length of the order's row after so many more steps. */
    private int steps(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            orders.fire("A-1", JdbcFixture.remark("x"));
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select octet_length(placed) + octet_length(state) from orderly_order where number = 'A-1'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
