package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.store.Change;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

/** Orders that are done for long go to the archive, and what is there is as good as before; the store has the application's rights. */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class RetirementTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final byte[] PICTURE = "broken".getBytes(StandardCharsets.UTF_8);

    private final TestDatabase database;
    private final HikariDataSource owner;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    @TempDir
    private Path folder;

    RetirementTest(TestDatabase database) {
        this.database = database;
        source = ApplicationUser.of(database);
        owner = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = JdbcFixture.early(store);
    }

    /** Two that are done, of which one has everything that an order can have, and one that is not. */
    @BeforeEach
    void threeOrders() {
        for (String number : List.of("A-1", "A-2", "A-3")) {
            place(number);
        }
        orders.comment(
                "A-1",
                CommentRequest.of(JdbcFixture.CUSTOMER, "see the picture")
                        .withUploads(new Upload("a.txt", "text/plain", PICTURE))
                        .withId("comment"));
        orders.fire("A-1", JdbcFixture.remark("zażółć"));
        orders.openCase(
                "A-1", "incident", Request.of("report", JdbcFixture.CUSTOMER).withTime(JdbcFixture.START));
        orders.fireCase("A-1", 1, Request.of("close", JdbcFixture.STAFF).withTime(JdbcFixture.START));
        deliver("A-1");
        deliver("A-2");
    }

    private void place(String number) {
        orders.place(
                number,
                JdbcFixture.place()
                        .withId("place " + number)
                        .withCustomer(Customer.of(number + "@example.org"))
                        .withLines(Line.of("978-1", "Solaris", 2)));
    }

    private void deliver(String number) {
        orders.fire(number, JdbcFixture.ship());
        orders.fire(number, JdbcFixture.deliver());
    }

    private long retire() {
        return store.retirement(MONTH).run().retired();
    }

    private static void run(HikariDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private void isClean() throws Exception {
        assertThat(store.verification().run().findings()).isEmpty();
    }

    private List<String> listed() {
        return store.list(OrderQuery.all()).orders().stream().map(Order::number).toList();
    }

    @Test
    void a_retired_order_is_found_as_it_was_and_listed_no_more() throws Exception {
        StoredOrder before = store.find("A-1").orElseThrow();
        History history = store.history("A-1").orElseThrow();
        List<String> trail = steps(before.order());
        RetirementReport report = store.retirement(MONTH).run();
        assertThat(report).isEqualTo(new RetirementReport(2, 0, 0));
        StoredOrder after = store.find("A-1").orElseThrow();
        assertThat(after).isEqualTo(before);
        assertThat(steps(after.order())).isEqualTo(trail).hasSizeGreaterThan(2);
        assertThat(store.history("A-1")).contains(history);
        assertThat(store.find("A-1", "none").order()).contains(before);
        assertThat(store.attachment("A-1", HashChain.sha256(PICTURE))).contains(PICTURE);
        assertThat(listed()).containsExactly("A-3");
        assertThat(store.countByStatus("shop", 1)).containsOnlyKeys("new");
        assertThat(store.answer("A-1", "comment")).isEmpty();
        assertThat(store.verification().run().orders()).isEqualTo(3);
        isClean();
    }

    private static List<String> steps(Order order) {
        return order.trail().steps().stream()
                .map(step -> step.event() + " to " + step.status() + " at " + step.at())
                .toList();
    }

    @Test
    void what_has_something_before_it_stays() throws Exception {
        for (String number : List.of("B-1", "B-2", "B-3")) {
            place(number);
        }
        deliver("B-1");
        orders.openCase(
                "B-2", "incident", Request.of("report", JdbcFixture.CUSTOMER).withTime(JdbcFixture.START));
        deliver("B-2");
        orders.fire("B-3", JdbcFixture.ship());
        orders.fire("B-3", Request.of("deliver", Actor.of("carrier")));
        run(
                owner,
                "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries)"
                        + " values ('B-1', 3, 0, 'customer', 'mail', 1, 5)");
        assertThat(store.retirement(MONTH).run()).isEqualTo(new RetirementReport(2, 2, 0));
        assertThat(listed()).containsExactlyInAnyOrder("A-3", "B-1", "B-2", "B-3");
        run(owner, "delete from orderly_outbox");
        orders.fireCase("B-2", 1, Request.of("close", JdbcFixture.STAFF));
        assertThat(store.retirement(MONTH).run()).isEqualTo(new RetirementReport(2, 0, 0));
        assertThat(listed()).containsExactlyInAnyOrder("A-3", "B-3");
        isClean();
    }

    @Test
    void an_order_comes_back_when_something_happens_to_it() throws Exception {
        retire();
        orders.comment(
                "A-1", CommentRequest.of(JdbcFixture.CUSTOMER, "and now?").withId("later"));
        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(8);
        assertThat(store.attachment("A-1", HashChain.sha256(PICTURE))).contains(PICTURE);
        assertThat(listed()).containsExactlyInAnyOrder("A-1", "A-3");
        isClean();
        orders.mute("A-2", JdbcFixture.CUSTOMER, true);
        assertThat(store.find("A-2").orElseThrow().order().muted()).isTrue();
        assertThat(retire()).isEqualTo(2);
        assertThat(store.history("A-1").orElseThrow().entries()).hasSize(8);
        isClean();
    }

    @Test
    void it_comes_back_in_the_callers_transaction_as_well() throws Exception {
        retire();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcFixture.early(store.joining(connection)).mute("A-2", JdbcFixture.CUSTOMER, true);
            connection.rollback();
        }
        assertThat(store.find("A-2").orElseThrow().order().muted()).isFalse();
        assertThat(listed()).containsExactly("A-3");
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcFixture.early(store.joining(connection)).mute("A-2", JdbcFixture.CUSTOMER, true);
            connection.commit();
        }
        assertThat(store.find("A-2").orElseThrow().order().muted()).isTrue();
        isClean();
    }

    @Test
    void several_come_back_in_the_callers_transaction() throws Exception {
        retire();
        List<Change> changes = List.of(preference("A-1"), preference("A-2"), preference("A-3"));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(store.joining(connection).appendAll(changes)).allMatch(Receipt::isWritten);
            connection.commit();
        }
        assertThat(listed()).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
        isClean();
    }

    private Change preference(String number) {
        StoredOrder before = store.find(number).orElseThrow();
        NotificationPreference entry =
                NotificationPreference.of(before.order().sequence() + 1, JdbcFixture.CUSTOMER, JdbcFixture.START, true);
        return new Change(
                new Evolution(JdbcFixture.FIRST).apply(before.order(), entry),
                HistoryEntry.of(before.hash(), entry, Redaction.of("salt")),
                null,
                Map.of(),
                List.of());
    }

    @Test
    void an_erasure_reaches_the_archive() throws Exception {
        retire();
        orders.erase("A-1", JdbcFixture.STAFF, "note");
        assertThat(store.find("A-1").orElseThrow().order().customer().email()).isNull();
        assertThat(retire()).isEqualTo(1);
        assertThat(exported("A-1@example.org")).isEmpty();
        try (Connection connection = owner.getConnection()) {
            assertThat(new SqlCommand()
                            .add("select content from orderly_archived_entry where number = 'A-1'")
                            .list(connection, row -> String.valueOf(row.getString("content"))))
                    .noneMatch(content -> content.contains("zażółć") || content.contains("example.org"));
        }
        isClean();
    }

    @Test
    void a_number_is_never_given_again() throws Exception {
        retire();
        isTaken(orders.place("A-1", JdbcFixture.place()));
        isTaken(orders.place("A-1", JdbcFixture.place().withId("again")));
        ownersStore().purge(MONTH).run();
        isTaken(orders.place("A-1", JdbcFixture.place()));
        isTaken(orders.place("A-1", JdbcFixture.place().withId("again")));
        assertThat(store.find("A-1")).isEmpty();
        assertThat(store.history("A-1")).isEmpty();
        isClean();
    }

    private static void isTaken(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        assertThat(((Rejected) decision).code()).isEqualTo(Reason.ALREADY_PLACED);
    }

    private JdbcOrderStore ownersStore() {
        return JdbcOrderStore.builder(owner).build();
    }

    @Test
    void a_purge_leaves_the_number_and_the_hash() throws Exception {
        Path heads = folder.resolve("heads");
        Heads.write(store, heads);
        String hash = store.find("A-1").orElseThrow().hash();
        retire();
        Path file = folder.resolve("purged");
        PurgeReport report = ownersStore().purge(MONTH).to(file).run();
        assertThat(report.purged()).isEqualTo(2);
        assertThat(store.attachment("A-1", HashChain.sha256(PICTURE))).isEmpty();
        assertThat(exported("A-1@example.org")).isEmpty();
        List<JsonNode> lines = Files.readAllLines(file).stream().map(Json::tree).toList();
        assertThat(lines).hasSize(2);
        JsonNode first = lines.stream()
                .filter(line -> line.get("number").stringValue().equals("A-1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.get("entries")).hasSize(7);
        assertThat(first.get("entries").get(6).get("hash").stringValue()).isEqualTo(hash);
        assertThat(first.get("attachments").get(0).get("content").stringValue()).isEqualTo("YnJva2Vu");
        assertThat(store.verification().heads(heads).run().findings()).isEmpty();
        assertThat(ownersStore().purge(MONTH).to(file).run().purged()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void the_applications_user_can_purge_nothing_where_there_are_users() throws Exception {
        retire();
        if (database == TestDatabase.SQLITE) {
            assertThat(store.purge(MONTH).run().purged()).isEqualTo(2);
            return;
        }
        assertThatExceptionOfType(StoreFailedException.class)
                .isThrownBy(() -> store.purge(MONTH).run());
        assertThat(store.find("A-1")).isPresent();
    }

    @Test
    void a_purge_spares_what_was_done_since() throws Exception {
        retire();
        assertThat(ownersStore().purge(Duration.ofDays(3650)).run().purged()).isZero();
        assertThat(store.find("A-1")).isPresent();
    }

    @Test
    void all_of_a_customer_is_exported_from_both_places() throws Exception {
        place("A-4");
        orders.place("A-5", JdbcFixture.place().withCustomer(Customer.of("a-1@EXAMPLE.org")));
        retire();
        List<JsonNode> exported = exported("A-1@example.org");
        assertThat(exported)
                .extracting(line -> line.get("number").stringValue())
                .containsExactly("A-1", "A-5");
        assertThat(exported.get(0).get("placed").get("customer").get("email").stringValue())
                .isEqualTo("A-1@example.org");
        assertThat(exported.get(0)
                        .get("entries")
                        .get(1)
                        .get("content")
                        .get("text")
                        .stringValue())
                .isEqualTo("see the picture");
        assertThat(exported.get(1).get("messages")).isEmpty();
    }

    private List<JsonNode> exported(String email) throws Exception {
        StringWriter writer = new StringWriter();
        int count = PersonalDataExport.write(store, email, writer);
        List<JsonNode> lines = writer.toString().lines().map(Json::tree).toList();
        assertThat(lines).hasSize(count);
        return lines;
    }

    @Test
    void what_cannot_be_moved_keeps_no_other_from_it() throws Exception {
        place("A-4");
        deliver("A-4");
        run(
                owner,
                ForgedEntry.still("A-2", "comment")
                        .with("sequence", 4)
                        .with("previous", 3)
                        .with("status", "delivered")
                        .with("previous_status", "delivered")
                        .sql());
        Guards.without(database, owner, List.of("update orderly_order set state = '{' where number = 'A-4'"));
        assertThat(store.retirement(MONTH).run()).isEqualTo(new RetirementReport(1, 0, 2));
        assertThat(store.find("A-1")).isPresent();
        assertThat(listed()).doesNotContain("A-1");
    }

    @Test
    void it_goes_on_where_it_stopped() throws Exception {
        for (int i = 10; i < 30; i++) {
            place("B-" + i);
            deliver("B-" + i);
        }
        List<Long> progress = new ArrayList<>();
        Retirement some =
                store.retirement(MONTH).limit(7).pause(Duration.ofMillis(1)).progress(progress::add);
        assertThat(some.run()).isEqualTo(new RetirementReport(7, 0, 0));
        assertThat(progress).last().isEqualTo(7L);
        assertThat(retire()).isEqualTo(15);
        assertThat(listed()).containsExactly("A-3");
        assertThat(ownersStore().purge(MONTH).limit(5).run().purged()).isEqualTo(5);
        assertThat(ownersStore().purge(MONTH).run().purged()).isEqualTo(17);
        isClean();
    }

    @Test
    void writers_are_not_locked_out_and_lose_nothing() throws Exception {
        int count = 30;
        for (int i = 0; i < count; i++) {
            place("C-" + i);
            deliver("C-" + i);
        }
        AtomicBoolean open = new AtomicBoolean(true);
        AtomicInteger comments = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> retiring = threads.submit(() -> {
                while (open.get()) {
                    retire();
                }
            });
            List<Future<?>> writers = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                int writer = t;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < count; i++) {
                        String text = "from " + writer;
                        orders.comment("C-" + i, CommentRequest.of(JdbcFixture.CUSTOMER, text));
                        comments.incrementAndGet();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            open.set(false);
            retiring.get();
        } finally {
            open.set(false);
            threads.shutdown();
        }
        assertThat(comments).hasValue(2 * count);
        for (int i = 0; i < count; i++) {
            assertThat(store.history("C-" + i).orElseThrow().entries()).hasSize(5);
        }
        isClean();
    }

    @Test
    void what_the_archive_has_and_should_not_is_found() throws Exception {
        retire();
        finds("update orderly_archived_entry set actor_id = 'eva' where number = 'A-1' and sequence = 4", "A-1");
        finds("update orderly_archived_order set status = 'dropped' where number = 'A-2'", "A-2");
        finds("update orderly_archived_attachment set content = null where number = 'A-1'", "A-1");
        finds("delete from orderly_archived_entry where number = 'A-2' and sequence = 2", "A-2");
    }

    private void finds(String statement, String order) throws Exception {
        Guards.without(database, owner, List.of(statement));
        assertThat(store.verification().run().findings())
                .as(statement)
                .extracting(Finding::order)
                .contains(order);
    }

    @Test
    void partitions_whose_orders_are_all_purged_are_dropped() throws Exception {
        try (HikariDataSource own = database.open()) {
            JdbcOrderStore fresh = database.builder(own).build();
            Orders shop = JdbcFixture.early(fresh);
            Instant then = Instant.parse("2021-06-01T00:00:00Z");
            for (String number : List.of("P-1", "P-2")) {
                shop.place(number, JdbcFixture.place().withTime(then));
                shop.fire(number, JdbcFixture.ship().withTime(then));
                shop.fire(number, JdbcFixture.deliver().withTime(then));
            }
            fresh.retirement(MONTH).run();
            Duration untilMidst2022 = Duration.between(Instant.parse("2022-06-01T00:00:00Z"), Instant.now());
            boolean partitioned = database == TestDatabase.POSTGRESQL_PARTITIONED;
            PurgeReport some = fresh.purge(untilMidst2022).limit(1).run();
            assertThat(some).as("2020 is empty").isEqualTo(new PurgeReport(1, partitioned ? 3 : 0));
            PurgeReport rest = fresh.purge(untilMidst2022).run();
            assertThat(rest).as("2021").isEqualTo(new PurgeReport(1, partitioned ? 3 : 0));
            assertThat(fresh.purge(untilMidst2022).run()).isEqualTo(new PurgeReport(0, 0));
            assertThat(fresh.verification().run().findings()).isEmpty();
        }
    }

    @Test
    void wrong_settings_are_refused() throws SQLException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.retirement(Duration.ofDays(-1)))
                .withMessageContaining("the age must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.retirement(MONTH).limit(0))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.retirement(MONTH).pause(Duration.ofDays(-1)))
                .withMessageContaining("negative");
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcOrderStore joined = (JdbcOrderStore) store.joining(connection);
            assertThatIllegalStateException()
                    .isThrownBy(() -> joined.retirement(MONTH))
                    .withMessageContaining("take the store itself");
        }
    }
}
