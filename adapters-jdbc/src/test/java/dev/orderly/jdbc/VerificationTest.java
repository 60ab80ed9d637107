package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.Customer;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ParameterizedClass
@EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
@Tag("servers")
class VerificationTest {

    private static final int MORE = 1200;
    private static final Duration AGE = Duration.ofDays(1000);

    private final TestDatabase database;
    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Orders orders;

    @TempDir
    private Path folder;

    VerificationTest(TestDatabase database) {
        this.database = database;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        orders = JdbcFixture.over(store);
    }

    /** One of everything that can happen to an order. */
    @BeforeEach
    void aBitOfEverything() {
        Orders early = JdbcFixture.early(store);
        for (String number : List.of("A-1", "A-2", "A-3", "A-4", "A-5")) {
            early.place(
                    number,
                    JdbcFixture.place()
                            .withId("place " + number)
                            .withCustomer(Customer.of(number + "@example.org"))
                            .withLines(Line.of("978-1", "Solaris", 2)));
        }
        early.fire("A-1", JdbcFixture.ship());
        early.fire("A-1", JdbcFixture.deliver());
        early.fire("A-2", JdbcFixture.remark("zażółć \"gęślą\" 🦊").withId("remark"));
        early.mute("A-2", JdbcFixture.CUSTOMER, true);
        early.comment(
                "A-3",
                CommentRequest.of(JdbcFixture.CUSTOMER, "see the picture")
                        .withUploads(new Upload("a.txt", "text/plain", "broken".getBytes(StandardCharsets.UTF_8)))
                        .withId("comment"));
        early.fire("A-3", JdbcFixture.ship());
        early.openCase("A-3", "incident", Request.of("report", JdbcFixture.CUSTOMER));
        early.fireCase("A-3", 1, Request.of("close", JdbcFixture.STAFF));
        early.comment("A-4", CommentRequest.of(JdbcFixture.CUSTOMER, "call me"));
        early.erase("A-4", JdbcFixture.STAFF, "note");
        retired("A-0");
        store.register(JdbcFixture.SECOND);
        orders.migration("shop", 1, 2).run(JdbcFixture.STAFF);
        orders.fire("A-5", Request.of("post", JdbcFixture.STAFF));
        message();
    }

    private void retired(String number) {
        Orders early = JdbcFixture.early(store);
        Instant then = JdbcFixture.START.minus(AGE);
        early.place(number, JdbcFixture.place().withTime(then).withCustomer(Customer.of(number + "@example.org")));
        early.fire(number, JdbcFixture.ship().withTime(then));
        early.comment(
                number,
                CommentRequest.of(JdbcFixture.CUSTOMER, "thank you")
                        .withTime(then)
                        .withUploads(new Upload("b.txt", "text/plain", "cake".getBytes(StandardCharsets.UTF_8))));
        early.fire(number, JdbcFixture.deliver().withTime(then));
        assertThat(store.retirement(AGE).run().retired()).isEqualTo(1);
    }

    /** As the library writes it, which has none for this workflow; and a count that was added up, and changed since. */
    private void message() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries,"
                            + " available_at) values ('A-2', 2, 0, 'customer', 'mail', 1, 0, 1)");
            String count = " (counted, name, version, status, amount) values ('order', 'shop', 2, 'new', ";
            statement.execute("insert into orderly_count" + count + "1)");
            statement.execute("insert into orderly_count_change" + count + "-1)");
        } catch (SQLException e) {
            throw new IllegalStateException("the message was not written", e);
        }
    }

    VerificationReport verified() throws IOException {
        return store.verification().run();
    }

    void changedWithoutGuards(String sql) throws SQLException {
        Guards.without(database, source, List.of(sql));
    }

    private void finds(Kind kind, String order, String... statements) throws Exception {
        Guards.without(database, source, List.of(statements));
        VerificationReport report = verified();
        assertThat(report.findings())
                .as(String.join("; ", statements))
                .anyMatch(finding -> finding.kind() == kind && order.equals(finding.order()));
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void a_database_that_only_the_library_wrote_to_is_clean() throws Exception {
        orders.sweep();
        VerificationReport report = verified();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.orders()).isEqualTo(6);
        assertThat(report.attachments()).isEqualTo(2);
        assertThat(store.verification().withoutAttachmentBytes().run().attachments())
                .isZero();
    }

    @Test
    void a_snapshot_that_its_history_does_not_make_is_found_in_each_column() throws Exception {
        for (String change : List.of(
                "state = replace(state, 'ship', 'shop')",
                "placed = replace(placed, 'Solaris', 'Fiasco')",
                "customer_key = 'x'",
                "deadline_at = 1",
                "claimable_at = null",
                "overdue_at = 1",
                "since = since + 1",
                "placed_at = placed_at + 1",
                "muted = not muted",
                "done = not done")) {
            String number = change.startsWith("state") ? "A-3" : "A-2";
            aBitAgain();
            finds(Kind.SNAPSHOT, number, "update orderly_order set " + change + " where number = '" + number + "'");
        }
    }

    void aBitAgain() {
        database.emptied();
        aBitOfEverything();
    }

    @Test
    void a_history_that_was_changed_is_found() throws Exception {
        finds(
                Kind.CHAIN,
                "A-1",
                "update orderly_history set at_time = at_time + 1 where number = 'A-1' and sequence = 2");
        aBitAgain();
        finds(
                Kind.CHAIN,
                "A-2",
                "update orderly_history set content = replace(content, 'fox', 'cat'), actor_id = 'eve'"
                        + " where number = 'A-2' and sequence = 2");
        aBitAgain();
        finds(
                Kind.ENTRY,
                "A-1",
                "update orderly_history set detail = 'internal' where number = 'A-1' and sequence = 2");
        aBitAgain();
        finds(
                Kind.MISSING,
                "A-1",
                "delete from orderly_history where number = 'A-1' and sequence > 2",
                "delete from orderly_answer where number = 'A-1'");
        aBitAgain();
        finds(Kind.UNREADABLE, "A-2", "update orderly_history set content = '{' where number = 'A-2' and sequence = 2");
    }

    /** Its hash stays right, since that covers digests; the row is what is left of the history. */
    @Test
    void personal_data_that_was_taken_away_by_hand_is_found() throws Exception {
        HistoryEntry comment = store.history("A-3").orElseThrow().entries().get(1);
        HistoryEntry bare = comment.withoutPersonalData(Set.of());
        try (Connection connection = source.getConnection()) {
            SqlValues personal = EntryRow.personal(new SqlValues(), bare);
            new SqlCommand()
                    .add("update orderly_history set " + personal.assignments(), personal)
                    .add(
                            " where number = ? and sequence = ?",
                            new SqlValues().text("number", "A-3").big("sequence", 2L))
                    .update(connection);
        }
        assertThat(store.history("A-3").orElseThrow().verify()).isEmpty();

        assertThat(verified().findings())
                .contains(new Finding(Kind.CHAIN, "A-3", "entry 2 lacks its text, which no erasure names"));
    }

    @Test
    void an_erasure_explains_the_fields_that_it_names_only() throws Exception {
        orders.erase("A-2", JdbcFixture.STAFF);
        assertThat(verified().findings()).isEmpty();
        HistoryEntry remark = store.history("A-2").orElseThrow().entries().get(1);
        try (Connection connection = source.getConnection()) {
            SqlValues personal = EntryRow.personal(new SqlValues(), remark.withoutPersonalData(Set.of("note")));
            new SqlCommand()
                    .add("update orderly_history set " + personal.assignments(), personal)
                    .add(
                            " where number = ? and sequence = ?",
                            new SqlValues().text("number", "A-2").big("sequence", 2L))
                    .update(connection);
        }

        assertThat(verified().findings())
                .contains(new Finding(Kind.CHAIN, "A-2", "entry 2 lacks its field note, which no erasure names"));
    }

    @Test
    void rows_that_are_missing_are_found() throws Exception {
        finds(Kind.MISSING, "A-1", "delete from orderly_order where number = 'A-1'");
        aBitAgain();
        finds(
                Kind.MISSING,
                "A-5",
                "delete from orderly_answer where number = 'A-5'",
                "delete from orderly_history where number = 'A-5'");
        aBitAgain();
        finds(Kind.ATTACHMENT, "A-3", "delete from orderly_attachment");
    }

    @Test
    void what_hangs_on_no_entry_is_found() throws Exception {
        finds(Kind.DEPENDENT, "A-2", "update orderly_answer set request_id = 'other' where request_id = 'remark'");
        aBitAgain();
        finds(Kind.DEPENDENT, "A-1", "insert into orderly_attachment (number, sha256) values ('A-1', 'x')");
        aBitAgain();
        finds(
                Kind.DEPENDENT,
                "A-1",
                "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries)"
                        + " values ('A-1', 99, 0, 'customer', 'mail', 0, 0)");
    }

    @Test
    void a_count_that_is_not_that_of_what_there_is_is_found_and_put_right() throws Exception {
        Guards.without(
                database,
                source,
                List.of(
                        "insert into orderly_count_change (counted, name, version, status, amount)"
                                + " values ('order', 'shop', 2, 'new', 7)",
                        "delete from orderly_outbox",
                        "update orderly_order set done = done where number = 'A-1'"));
        assertThat(verified().findings())
                .containsExactlyInAnyOrder(
                        new Finding(
                                Kind.COUNT, null, "the count of orders of shop version 2 in status new is 7 too high"),
                        new Finding(Kind.COUNT, null, "the count of messages that wait for mail is 1 too high"));

        assertThat(store.recount()).isEqualTo(2);

        assertThat(verified().findings()).isEmpty();
        assertThat(store.recount()).isZero();
    }

    @Test
    void a_message_that_would_be_held_back_for_ever_is_found() throws Exception {
        finds(Kind.DEPENDENT, "A-2", "update orderly_outbox set held_back = true");
    }

    @Test
    void bytes_of_attachments_that_were_changed_are_found() throws Exception {
        String bytes = database.name().startsWith("POSTGRESQL") ? "'\\x00'" : "x'00'";
        finds(Kind.ATTACHMENT, "A-3", "update orderly_attachment set content = " + bytes);
    }

    @Test
    void a_version_whose_rows_were_changed_is_found() throws Exception {
        Guards.without(
                database,
                source,
                List.of("insert into orderly_transition (workflow, version, subject, from_status, event, to_status)"
                        + " values ('shop', 1, '', 'new', 'steal', 'delivered')"));
        assertThat(verified().findings())
                .containsExactly(new Finding(
                        Kind.WORKFLOW,
                        null,
                        "shop version 1 has other transitions in orderly_transition than in its content"));
        aBitAgain();
        Guards.without(database, source, List.of("update orderly_status set done = true where status = 'sent'"));
        assertThat(verified().findings())
                .extracting(Finding::kind)
                .containsOnly(Kind.WORKFLOW)
                .hasSize(2);
        aBitAgain();
        Guards.without(database, source, List.of("update orderly_workflow set content = '{}' where version = 1"));
        assertThat(verified().findings()).extracting(Finding::kind).contains(Kind.WORKFLOW);
    }

    @Test
    void a_history_rewritten_consistently_does_not_have_the_heads_that_were_kept_elsewhere() throws Exception {
        Path heads = folder.resolve("heads");
        String digest = Heads.write(store, heads);
        assertThat(Files.readString(heads)).endsWith("sha256 " + digest + "\n");
        orders.fire("A-2", JdbcFixture.ship());
        VerificationReport before = store.verification().heads(heads).run();
        assertThat(before.isClean()).isTrue();
        assertThat(before.heads()).isEqualTo(5);

        rewritten("A-1");

        assertThat(verified().isClean()).as("by its hashes alone").isTrue();
        assertThat(store.verification().heads(heads).run().findings())
                .containsExactly(new Finding(Kind.HEAD, "A-1", "entry 3, which it had, is gone"));
    }

    /** The last entry is cut off, and the row set back to what the one before it makes. */
    private void rewritten(String number) throws SQLException {
        Orders copy = JdbcFixture.early(store);
        copy.place(
                "copy",
                JdbcFixture.place()
                        .withCustomer(Customer.of(number + "@example.org"))
                        .withLines(Line.of("978-1", "Solaris", 2)));
        copy.fire("copy", JdbcFixture.ship());
        String same = "(select %1$s from (select * from orderly_order) o where number = 'copy')";
        List<String> statements = new ArrayList<>();
        statements.add("delete from orderly_history where number = '" + number + "' and sequence = 3");
        statements.add("update orderly_order set sequence = 2, version = 1, status = 'sent', done = "
                + same.formatted("done") + ", since = " + same.formatted("since") + ", state = "
                + same.formatted("state") + ", overdue_at = " + same.formatted("overdue_at") + " where number = '"
                + number + "'");
        statements.add("delete from orderly_answer where number = 'copy'");
        statements.add("delete from orderly_order where number = 'copy'");
        statements.add("delete from orderly_history where number = 'copy'");
        Guards.without(database, source, statements);
        store.recount();
    }

    @Test
    void a_file_of_heads_that_was_changed_is_refused() throws Exception {
        Path heads = folder.resolve("heads");
        Heads.write(store, heads);
        Files.writeString(heads, Files.readString(heads).replace("A-1", "A-9"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.verification().heads(heads).run())
                .withMessageEndingWith("was changed after it was written, or is cut off: its digest is another");
    }

    @Test
    void a_file_of_heads_says_when_it_was_begun() throws Exception {
        Path heads = folder.resolve("heads");
        Heads.write(store, heads);
        List<String> lines = Files.readAllLines(heads);
        assertThat(lines.get(1)).matches("at \\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

        for (List<String> other : List.of(List.of(lines.get(0)), List.of(lines.get(0), lines.get(2)))) {
            Files.write(heads, other);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> store.verification().heads(heads).run())
                    .withMessageEndingWith("is no file of heads: its second line is not \"at TIME\"");
        }
    }

    @Test
    void many_batches_are_verified_once_each_while_others_write() throws Exception {
        for (int i = 0; i < MORE; i++) {
            orders.place("B-" + i, JdbcFixture.place());
        }
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<?> writer = executor.submit(() -> {
            for (int i = 0; writing.get(); i++) {
                orders.comment("B-" + i % MORE, CommentRequest.of(JdbcFixture.CUSTOMER, "still here"));
            }
        });
        List<String> progress = Collections.synchronizedList(new ArrayList<>());
        VerificationReport report = store.verification()
                .threads(3)
                .progress((n, last) -> progress.add(last))
                .run();
        writing.set(false);
        writer.get();
        executor.shutdown();

        assertThat(report.findings()).isEmpty();
        assertThat(report.orders()).isEqualTo(MORE + 6);
        assertThat(progress).last().isEqualTo("B-999");
        assertThat(store.verification().after("A-5").run().orders()).isEqualTo(MORE);
    }

    @Test
    void an_interrupted_verification_says_where_to_go_on() throws Exception {
        for (int i = 0; i < MORE; i++) {
            orders.place("B-" + i, JdbcFixture.place());
        }
        Thread verifying = Thread.currentThread();
        VerificationReport report = store.verification()
                .threads(1)
                .progress((n, last) -> verifying.interrupt())
                .run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.isClean()).isFalse();
        assertThat(report.orders()
                        + store.verification()
                                .after(report.stoppedAt().orElseThrow())
                                .run()
                                .orders())
                .isEqualTo(MORE + 6);
    }

    @Test
    void guards_that_are_missing_are_found() throws Exception {
        try (HikariDataSource own = database.open()) {
            JdbcOrderStore bare = database.builder(own).build();
            String drop =
                    "drop trigger " + (database == TestDatabase.H2 ? "orderly_order_guard" : "orderly_order_forward")
                            + (database.name().startsWith("POSTGRESQL") ? " on orderly_order" : "");
            try (var connection = own.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(drop);
            }
            assertThat(bare.verification().run().findings())
                    .extracting(Finding::kind)
                    .containsOnly(Kind.GUARD);
        }
    }
}
