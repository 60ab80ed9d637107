package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Request;
import dev.orderly.decision.RequestLimits;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store on a database promises beyond the contract of all stores. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
@Tag("servers")
class JdbcOrderStoreTest {

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    JdbcOrderStoreTest(TestDatabase database) throws SQLException {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = JdbcFixture.over(store);
        execute("drop table if exists stock");
        execute("create table stock (article varchar(20) primary key, pieces int not null)");
        execute("insert into stock values ('book', 10)");
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

    private static void takeOne(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update stock set pieces = pieces - 1");
        }
    }

    private Change muting(String number) {
        StoredOrder stored = store.find(number).orElseThrow();
        Order order = stored.order();
        NotificationPreference change =
                NotificationPreference.of(order.sequence() + 1, JdbcFixture.STAFF, JdbcFixture.START, true);
        Order after = new Evolution(JdbcFixture.SECOND).apply(order, change);
        return new Change(
                after, HistoryEntry.of(stored.hash(), change, Redaction.of("salt")), null, Map.of(), List.of());
    }

    @Test
    void an_order_and_the_shops_own_tables_change_in_one_transaction() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            takeOne(connection);
            Orders joined = JdbcFixture.over(store.joining(connection));
            joined.place("A-1", JdbcFixture.place().withId("request-1"));
            joined.fire("A-1", JdbcFixture.ship());
            assertThat(store.find("A-1")).as("seen by others before the commit").isEmpty();
            connection.commit();
        }

        assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("sent");
        assertThat(pieces()).isEqualTo(9);
    }

    /** Not even for the first version of the workflow, which only the database has. */
    @Test
    void a_step_in_the_callers_transaction_needs_no_second_connection() throws SQLException {
        JdbcFixture.early(store).place("A-1", JdbcFixture.place());
        try (HikariDataSource single = TestDatabase.pool(source.getJdbcUrl(), config -> {
            config.setMaximumPoolSize(1);
            config.setConnectionTimeout(2000);
        })) {
            JdbcOrderStore alone = JdbcOrderStore.builder(single).build();
            Orders second = Orders.builder(alone).workflow(JdbcFixture.SECOND).build();
            try (Connection connection = single.getConnection()) {
                connection.setAutoCommit(false);
                assertThat(second.withStore(alone.joining(connection)).fire("A-1", JdbcFixture.ship()))
                        .isInstanceOf(Accepted.class);
                connection.commit();
            }
        }
    }

    @Test
    void what_the_caller_rolls_back_did_not_happen() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            takeOne(connection);
            JdbcFixture.over(store.joining(connection))
                    .place("A-1", JdbcFixture.place().withId("request-1"));
            connection.rollback();
        }

        assertThat(store.find("A-1")).isEmpty();
        assertThat(store.answer("A-1", "request-1")).isEmpty();
        assertThat(pieces()).isEqualTo(10);
    }

    @Test
    void a_conflict_in_the_callers_transaction_leaves_nothing_of_the_step_even_if_it_is_committed()
            throws SQLException {
        orders.place("A-1", JdbcFixture.place());
        Change late = muting("A-1");
        orders.fire("A-1", JdbcFixture.ship());
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            OrderStore joined = store.joining(connection);

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> joined.append(late))
                    .withMessage(
                            "writing entry 2 of order A-1 met a change by another transaction, and nothing was written");
            takeOne(connection);
            connection.commit();
        }

        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(2);
        assertThat(pieces()).isEqualTo(9);
    }

    @Test
    void a_store_joins_whatever_transaction_is_open_when_it_is_called() throws SQLException {
        AtomicReference<Connection> open = new AtomicReference<>();
        OrderStore joining = store.joining(() -> Optional.ofNullable(open.get()));
        Orders joined = JdbcFixture.over(joining);
        joined.place("A-1", JdbcFixture.place());
        Order read;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            open.set(connection);
            assertThat(joining.isJoined()).isTrue();
            takeOne(connection);
            joined.fire("A-1", JdbcFixture.ship());
            read = joined.find("A-1").orElseThrow();
            assertThat(store.find("A-1").orElseThrow().order().status())
                    .as("seen by others before the commit")
                    .isEqualTo("new");
            connection.rollback();
            open.set(null);
        }

        assertThat(joining.isJoined()).isFalse();
        assertThat(joining.find("A-1").orElseThrow().order().status()).isEqualTo("new");
        assertThat(pieces()).isEqualTo(10);
        assertThat(read.status()).isEqualTo("sent");
    }

    @Test
    void a_connection_without_a_transaction_cannot_be_joined() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.joining(connection))
                    .withMessage("there is no transaction to join: the connection commits each statement by itself,"
                            + " so call setAutoCommit(false) first");
        }
    }

    @Test
    void a_pool_whose_connections_do_not_commit_by_themselves_loses_nothing() {
        try (HikariDataSource manual = TestDatabase.pool(source.getJdbcUrl(), config -> config.setAutoCommit(false))) {
            Orders other = JdbcFixture.over(JdbcOrderStore.builder(manual).build());
            other.place("A-1", JdbcFixture.place());
            other.fire("A-1", JdbcFixture.ship());
            other.comment("A-1", CommentRequest.of(JdbcFixture.CUSTOMER, "hello"));
        }

        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(3);
    }

    @Test
    void numbers_are_compared_exactly_letter_case_and_blanks_included() {
        for (String number : List.of("A-1", "a-1", "A-1 ", " A-1", "Ä-1", "A-1\t")) {
            assertThat(orders.place(number, JdbcFixture.place()).isAccepted())
                    .as(number)
                    .isTrue();
        }

        assertThat(orders.find("A-1 ").orElseThrow().number()).isEqualTo("A-1 ");
        assertThat(orders.find("A-1  ")).isEmpty();
    }

    @Test
    void the_longest_number_and_request_id_that_an_order_can_have_fit() {
        String number = "🐢".repeat(RequestLimits.MAX_NUMBER_LENGTH / 2);
        String id = "ż".repeat(RequestLimits.MAX_REQUEST_ID_LENGTH);

        assertThat(orders.place(number, JdbcFixture.place().withId(id)).isAccepted())
                .isTrue();
        assertThat(store.find(number)).isPresent();
        assertThat(store.answer(number, id)).isPresent();
    }

    @Test
    void what_no_database_can_keep_is_not_found_and_asks_no_database() {
        assertThat(store.find("A\0")).isEmpty();
        assertThat(store.history("x".repeat(101))).isEmpty();
        assertThat(store.answer("A-1", "half \ud83d")).isEmpty();
        assertThat(store.attachment("A-1", "\0")).isEmpty();
    }

    @Test
    void the_time_is_the_databases() {
        Instant before = Instant.now().minusSeconds(60);

        assertThat(store.now().orElseThrow()).isBetween(before, before.plusSeconds(120));
    }

    @Test
    void texts_come_back_as_they_were_whatever_is_in_them() {
        for (String text : List.of("\\u0000", "'; drop table stock; --", "\uFEFF🐢")) {
            orders.place(
                    "A-1", JdbcFixture.place().withCustomer(Customer.of(text).withName(text)));
            orders.fire("A-1", JdbcFixture.remark(text).withComment(text));
        }

        assertThat(store.history("A-1").orElseThrow().verify()).isEmpty();
        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(4);
        assertThat(orders.find("A-1").orElseThrow().field("note")).isEqualTo("\uFEFF🐢");
    }

    @Test
    void times_from_the_year_1_to_9999_come_back_exactly() {
        Instant first = Instant.parse("0001-01-01T00:00:00.000001Z");
        Instant last = Instant.parse("9999-12-16T23:59:59.999999Z");
        orders.place("A-1", JdbcFixture.place().withTime(first));
        orders.place("A-2", JdbcFixture.place().withTime(last));

        assertThat(orders.find("A-1").orElseThrow().placedAt()).isEqualTo(first);
        assertThat(orders.find("A-2").orElseThrow().placedAt()).isEqualTo(last);
        assertThat(store.history("A-1").orElseThrow().verify()).isEmpty();
        assertThat(store.history("A-2").orElseThrow().verify()).isEmpty();
    }

    @Test
    void a_time_that_is_finer_than_a_microsecond_is_refused() {
        orders.place("A-1", JdbcFixture.place());
        StoredOrder stored = store.find("A-1").orElseThrow();
        NotificationPreference fine =
                NotificationPreference.of(2, Actor.of("staff"), JdbcFixture.START.plusNanos(1), true);
        Order after = new Evolution(JdbcFixture.SECOND).apply(stored.order(), fine);
        Change change = new Change(after, new HistoryEntry(fine, "x", Redaction.of("salt")), null, Map.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(change))
                .withMessage("entry 2 of order A-1 is at 2026-03-01T10:00:00.000000001Z, but times are kept to the"
                        + " microsecond: truncate it");
    }

    @Test
    void an_attachment_that_is_too_large_is_refused() {
        JdbcOrderStore strict =
                JdbcOrderStore.builder(source).maxAttachmentSize(2).build();
        Orders over = JdbcFixture.over(strict);
        over.place("A-1", JdbcFixture.place());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> over.comment(
                        "A-1",
                        CommentRequest.of(JdbcFixture.CUSTOMER, "")
                                .withUploads(new Upload("a.txt", "text/plain", new byte[3]))))
                .withMessage("an attachment has 3 bytes, but the store takes 2: raise maxAttachmentSize, or send a"
                        + " smaller one");
        assertThat(strict.history("A-1").orElseThrow().entries()).hasSize(1);
    }

    @Test
    void the_same_file_sent_twice_is_kept_once() {
        orders.place("A-1", JdbcFixture.place());
        Upload file = new Upload("a.txt", "text/plain", new byte[] {1, 2, 3});
        orders.comment("A-1", CommentRequest.of(JdbcFixture.CUSTOMER, "one").withUploads(file));
        orders.comment("A-1", CommentRequest.of(JdbcFixture.CUSTOMER, "two").withUploads(file));

        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(3);
        assertThat(store.attachment("A-1", HashChain.sha256(new byte[] {1, 2, 3})))
                .isPresent();
    }

    @Test
    void a_workflow_that_was_changed_in_the_database_is_not_used() throws SQLException {
        Guards.without(database, source, List.of("update orderly_workflow set content = '{}' where version = 1"));

        assertThatIllegalStateException()
                .isThrownBy(() -> store.workflow("shop", 1))
                .withMessage("shop version 1 was changed in the database after it was registered: restore its row of"
                        + " orderly_workflow");
    }

    @Test
    void nodes_that_register_the_same_workflow_at_the_same_time_agree() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> node = () -> {
                store.register(JdbcFixture.FIRST.extend("other").build());
                return true;
            };
            for (Future<Boolean> registered : nodes.invokeAll(List.of(node, node, node, node))) {
                assertThat(registered.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(store.workflow("other", 1)).isPresent();
    }

    @Test
    void an_order_whose_workflow_nobody_registered_is_refused_by_the_database_without_its_data_in_the_message() {
        Request request = JdbcFixture.place()
                .withCustomer(Customer.of("anna@example.org"))
                .withComment("secret");
        Accepted placed = (Accepted)
                Decider.of(JdbcFixture.FIRST.extend("unknown").build()).place("A-9", request);

        assertThatExceptionOfType(StoreFailedException.class)
                .isThrownBy(() -> store.append(new Change(
                        placed.order(),
                        new HistoryEntry(placed.entry(), "x", Redaction.of("salt")),
                        null,
                        Map.of(),
                        List.of())))
                .withMessageStartingWith("writing entry 1 of order A-9 failed: the database answered with SQLSTATE 23")
                .withMessageEndingWith("; nothing was written")
                .satisfies(e -> assertThat(e.getCause()).message().doesNotContain("anna", "secret", "A-9"));
    }

    @Test
    void a_trail_is_fetched_when_somebody_asks_for_its_steps() {
        orders.place("A-1", JdbcFixture.place());
        orders.fire("A-1", JdbcFixture.ship());
        Order sent = orders.find("A-1").orElseThrow();
        orders.fire("A-1", JdbcFixture.deliver());

        assertThat(sent.trail()).hasToString("place: new → ship: sent");
        assertThat(orders.find("A-1").orElseThrow().trail())
                .hasToString("place: new → ship: sent → deliver: delivered");
    }
}
