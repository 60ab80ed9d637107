package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.store.OrderStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person with a SQL prompt and the rights of the shop's own user cannot do to orders. */
@ParameterizedClass
@MethodSource("attackers")
@Tag("servers")
class RawSqlTest {

    private final TestDatabase database;
    private final List<String> settings;
    private final HikariDataSource source;
    private final OrderStore store;

    RawSqlTest(Attacker attacker) {
        database = attacker.database;
        settings = attacker.settings;
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
    }

    /**
     * A person with a SQL prompt.
     *
     * @param database the database
     * @param settings the settings of his session that he changes first, which need no rights
     */
    record Attacker(TestDatabase database, List<String> settings) {}

    static Stream<Attacker> attackers() {
        List<String> unchecked = List.of(
                "set foreign_key_checks = 0",
                "set check_constraint_checks = 0",
                "set unique_checks = 0",
                "set sql_mode = ''");
        List<String> unguarded = List.of(
                "pragma foreign_keys = off",
                "pragma ignore_check_constraints = on",
                "pragma recursive_triggers = off",
                "pragma defer_foreign_keys = on");
        return Stream.of(
                new Attacker(TestDatabase.SQLITE, List.of("pragma foreign_keys = on")),
                new Attacker(TestDatabase.SQLITE, unguarded),
                new Attacker(TestDatabase.H2, List.of()),
                new Attacker(TestDatabase.POSTGRESQL, List.of()),
                new Attacker(TestDatabase.POSTGRESQL_PARTITIONED, List.of()),
                new Attacker(TestDatabase.MARIADB, List.of()),
                new Attacker(TestDatabase.MARIADB, unchecked));
    }

    /** A-1 is delivered in three steps; A-2 is new; A-3 is sent and has a comment and a case. */
    @BeforeEach
    void threeOrders() {
        Orders early = JdbcFixture.early(store);
        for (String number : List.of("A-1", "A-2", "A-3")) {
            early.place(number, JdbcFixture.place().withId("request-" + number));
        }
        early.fire("A-1", JdbcFixture.ship());
        early.fire("A-1", JdbcFixture.deliver());
        early.fire("A-3", JdbcFixture.ship());
        early.comment("A-3", CommentRequest.of(JdbcFixture.CUSTOMER, "where is it?"));
        early.openCase("A-3", "incident", Request.of("report", JdbcFixture.CUSTOMER));
        store.register(JdbcFixture.SECOND);
    }

    private int run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                for (String setting : settings) {
                    statement.execute(setting);
                }
                return statement.executeUpdate(sql);
            } finally {
                for (String setting : settings) {
                    statement.execute(setting.replaceFirst("=.*", "= default"));
                }
            }
        }
    }

    /** Refused as a violation of integrity, and not for a mistake in the statement. */
    private void refused(String sql) {
        SQLException refusal = catchThrowableOfType(SQLException.class, () -> run(sql));
        assertThat((Throwable) refusal).as(sql).isNotNull();
        assertThat(SqliteErrors.state(refusal))
                .as(sql + ": " + refusal.getMessage())
                .startsWith("23");
    }

    private void refused(ForgedEntry entry) {
        refused(entry.sql());
    }

    @Test
    void a_legal_step_by_hand_is_accepted_so_the_others_are_refused_for_what_they_do() throws SQLException {
        assertThat(run(ForgedEntry.of("A-2").sql())).isEqualTo(1);
        assertThat(run("update orderly_order set sequence = 2, status = 'sent' where number = 'A-2'"))
                .as("SQLite counts the rows that triggers add as well")
                .isPositive();
        assertThat(store.history("A-2").orElseThrow().verify()).isPresent();
    }

    @Test
    void an_entry_cannot_make_a_move_that_the_workflow_does_not_know() {
        refused(ForgedEntry.of("A-2").move("new", "ship", "delivered"));
        refused(ForgedEntry.of("A-2").move("new", "ship", "lost"));
        refused(ForgedEntry.of("A-2").move("new", "steal", "delivered"));
        refused(ForgedEntry.of("A-2").move("new", "post", "posted"));
    }

    @Test
    void an_entry_cannot_leave_its_move_out() {
        refused(ForgedEntry.of("A-2").move("new", "ship", "delivered").with("event", null));
        refused(ForgedEntry.of("A-2").move("new", "ship", "delivered").with("subject", null));
        refused(ForgedEntry.of("A-2").with("status", "delivered"));
        refused(ForgedEntry.of("A-2").with("from_status", null));
        refused(ForgedEntry.of("A-2").with("to_status", null));
    }

    @Test
    void an_entry_cannot_skip_a_step() {
        refused(ForgedEntry.of("A-2").move("sent", "deliver", "delivered"));
        refused(ForgedEntry.of("A-2")
                .move("sent", "deliver", "delivered")
                .with("sequence", 3)
                .with("previous", 2));
        refused(ForgedEntry.of("A-2").with("sequence", 3).with("previous", 2));
    }

    @Test
    void an_entry_cannot_follow_another_than_the_one_before_it() {
        refused(ForgedEntry.of("A-2").with("previous", null));
        refused(ForgedEntry.of("A-2").with("previous", 2));
        refused(ForgedEntry.of("A-2").with("sequence", 3));
        refused(ForgedEntry.of("A-3").with("sequence", 5).with("previous", 1));
        refused(ForgedEntry.of("A-2").with("sequence", 0).with("previous", null));
        refused(ForgedEntry.of("A-2").with("sequence", -1).with("previous", -2));
    }

    @Test
    void an_order_cannot_start_twice() {
        refused(ForgedEntry.of("A-2").with("sequence", 1).with("previous", null).move("", "place", "new"));
        refused(ForgedEntry.of("A-2").move("", "place", "new"));
        refused(ForgedEntry.of("A-2").move("", "place", "new").with("previous", null));
    }

    @Test
    void a_history_cannot_fork() {
        refused(ForgedEntry.of("A-1"));
        refused(ForgedEntry.of("A-1").move("new", "drop", "dropped"));
        refused(ForgedEntry.of("A-1")
                .move("new", "drop", "dropped")
                .with("sequence", 4)
                .with("previous", 1));
    }

    @Test
    void a_history_cannot_start_in_the_middle() {
        refused(ForgedEntry.of("A-9"));
        refused(ForgedEntry.of("A-9").with("sequence", 1).with("previous", null));
        refused(ForgedEntry.of("A-9").with("sequence", 1).with("previous", 0));
        refused(ForgedEntry.still("A-9", "comment").with("sequence", 1).with("previous", null));
    }

    @Test
    void an_entry_that_is_no_move_cannot_change_the_status() throws SQLException {
        for (String kind : List.of("comment", "notification-preference", "erasure")) {
            refused(ForgedEntry.still("A-2", kind).with("status", "delivered"));
            refused(ForgedEntry.still("A-2", kind)
                    .with("previous_status", "sent")
                    .with("status", "sent"));
            refused(ForgedEntry.still("A-2", kind).with("version", 2));
            refused(ForgedEntry.still("A-2", kind).with("event", "ship"));
        }
        refused(ForgedEntry.still("A-2", "whatever").with("status", "delivered"));
        assertThat(run(ForgedEntry.still("A-2", "comment").sql())).isEqualTo(1);
    }

    @Test
    void a_case_can_move_only_as_its_own_workflow_says_and_never_its_order() throws SQLException {
        ForgedEntry open = ForgedEntry.of("A-2")
                .with("status", "new")
                .with("subject", "incident")
                .with("from_status", "")
                .with("event", "report")
                .with("to_status", "open");
        refused(open);
        refused(open.with("case_id", 0));
        refused(open.with("case_id", -1));
        open.with("case_id", 1);
        refused(open.with("status", "sent"));
        refused(open.with("status", "new").with("to_status", "closed"));
        refused(open.with("to_status", "open").with("subject", "refund"));
        refused(open.with("subject", "")
                .with("from_status", "new")
                .with("event", "ship")
                .with("to_status", "sent"));
        open.with("subject", "incident")
                .with("from_status", "")
                .with("event", "report")
                .with("to_status", "open");
        for (String kind : List.of("comment", "notification-preference", "migration", "erasure", "case", "whatever")) {
            refused(open.with("kind", kind));
        }
        open.with("kind", "transition");
        assertThat(run(open.sql())).isEqualTo(1);
    }

    @Test
    void a_history_cannot_start_with_a_transition_of_a_case() {
        ForgedEntry first =
                ForgedEntry.of("A-9").with("sequence", 1).with("previous", null).move("", "place", "new");
        refused(first.with("case_id", 1));
        refused(first.with("subject", "incident")
                .with("event", "report")
                .with("to_status", "open")
                .with("status", ""));
    }

    @Test
    void an_order_cannot_change_its_version_but_by_a_migration_that_was_allowed() {
        refused(ForgedEntry.of("A-2").with("version", 2));
        refused(ForgedEntry.of("A-2").with("version", 2).with("previous_version", 2));
        ForgedEntry migration = ForgedEntry.of("A-2")
                .with("kind", "migration")
                .with("version", 2)
                .with("subject", "(migration)")
                .with("event", "1");
        refused(migration.with("status", "new").with("to_status", "new"));
        refused(migration.with("status", "delivered").with("to_status", "delivered"));
        refused(migration.with("event", null));
        refused(migration.with("version", 1).with("event", "1"));
    }

    @Test
    void an_allowed_migration_cannot_be_used_for_another_way() {
        Orders orders = JdbcFixture.over(store);
        orders.migration("shop", 1, 2).withStatus("sent", "posted").run(JdbcFixture.STAFF);
        orders.fire("A-2", Request.of("post", JdbcFixture.STAFF));

        ForgedEntry back = ForgedEntry.of("A-2")
                .with("sequence", 4)
                .with("previous", 3)
                .with("kind", "migration")
                .with("version", 1)
                .with("previous_version", 2)
                .with("previous_status", "posted")
                .with("from_status", "posted")
                .with("subject", "(migration)")
                .with("event", "2");
        refused(back);
        refused(back.with("event", "1")
                .with("version", 2)
                .with("to_status", "new")
                .with("status", "new"));
    }

    @Test
    void an_entry_cannot_belong_to_another_workflow() {
        store.register(JdbcFixture.FIRST.extend("other").build());

        refused(ForgedEntry.of("A-2").with("workflow", "other"));
        refused("update orderly_order set workflow = 'other' where number = 'A-2'");
    }

    @Test
    void an_orders_row_cannot_say_what_its_history_does_not() {
        refused("update orderly_order set status = 'delivered' where number = 'A-2'");
        refused("update orderly_order set status = 'sent', sequence = 2 where number = 'A-2'");
        refused("update orderly_order set version = 2 where number = 'A-2'");
        refused("update orderly_order set number = 'A-9' where number = 'A-2'");
        refused("update orderly_order set number = 'A-9'");
    }

    @Test
    void an_order_cannot_be_set_back_to_an_earlier_entry_of_its_own_history() {
        refused("update orderly_order set sequence = 1, status = 'new' where number = 'A-1'");
        refused("update orderly_order set sequence = 2, status = 'sent' where number = 'A-1'");
        refused("update orderly_order set sequence = 3 where number = 'A-3'");
    }

    @Test
    void an_order_cannot_be_deleted_and_put_back_as_it_was_before() {
        refused("delete from orderly_order where number = 'A-1'");
        refused("insert into orderly_order select number, 2, workflow, version, 'sent', done, muted, placed_at, since,"
                + " deadline_at, overdue_at, claimable_at, customer_key, placed, state from orderly_order"
                + " where number = 'A-1'");
    }

    @Test
    void an_order_cannot_be_there_without_a_history() {
        refused("insert into orderly_order select 'A-9', 1, workflow, version, status, done, muted, placed_at, since,"
                + " deadline_at, overdue_at, claimable_at, customer_key, placed, state from orderly_order"
                + " where number = 'A-2'");
    }

    @Test
    void what_happened_cannot_be_deleted() {
        refused("delete from orderly_history where number = 'A-1' and sequence = 3");
        refused("delete from orderly_history where number = 'A-1' and sequence = 2");
        refused("delete from orderly_history where number = 'A-1' and sequence = 1");
        refused("delete from orderly_history where number = 'A-1'");
        refused("delete from orderly_history");
    }

    /** In MariaDB it needs the right to drop tables, which the shop's own user does not have; SQLite has no such statement. */
    @Test
    void no_table_can_be_emptied_at_once() {
        List<String> tables = database == TestDatabase.MARIADB || database == TestDatabase.SQLITE
                ? List.of()
                : List.of("workflow", "status", "transition", "history", "order", "attachment", "answer", "outbox");
        for (String table : tables) {
            String sql = "truncate table orderly_" + table;
            SQLException refusal = catchThrowableOfType(SQLException.class, () -> run(sql));
            assertThat((Throwable) refusal).as(sql).isNotNull();
            assertThat(refusal.getSQLState())
                    .as(sql + ": " + refusal.getMessage())
                    .isIn("23000", "90106", "0A000");
        }
    }

    @Test
    void what_happened_cannot_be_changed() {
        for (String change : List.of(
                "status = 'new'",
                "status = 'dropped', to_status = 'dropped', event = 'drop'",
                "event = 'remark'",
                "sequence = 9",
                "previous = null",
                "kind = 'comment'",
                "version = 2",
                "number = 'A-9'",
                "actor_role = 'customer'",
                "at_time = 1",
                "detail = 'x'",
                "request_id = 'x'",
                "hash = 'x'")) {
            refused("update orderly_history set " + change + " where number = 'A-1' and sequence = 3");
            refused("update orderly_history set " + change + " where number = 'A-1' and sequence = 2");
        }
    }

    /** SQLite deletes the row that has the key then, and no trigger hears of that. */
    @Test
    void what_is_there_cannot_be_replaced() {
        if (database != TestDatabase.SQLITE) {
            return;
        }
        refused(ForgedEntry.of("A-1")
                .move("new", "drop", "dropped")
                .sql()
                .replace("insert into", "insert or replace into"));
        refused("update or replace orderly_history set sequence = 2 where number = 'A-1' and sequence = 3");
        refused("update or replace orderly_order set number = 'A-1' where number = 'A-2'");
        refused("replace into orderly_order select number, 2, workflow, version, 'sent', done, muted, placed_at, since,"
                + " deadline_at, overdue_at, claimable_at, customer_key, placed, state from orderly_order"
                + " where number = 'A-1'");
        refused("replace into orderly_workflow select workflow, version, 'x', '{}' from orderly_workflow");
        refused("replace into orderly_status select workflow, version, status, true, label from orderly_status");
        refused("insert into orderly_history select * from orderly_history where number = 'A-1' and sequence = 2"
                + " on conflict do update set status = 'new'");
    }

    @Test
    void what_is_personal_can_be_erased() throws SQLException {
        assertThat(run("update orderly_history set actor_id = null, salt = 's', erased = '{}' where number = 'A-3'"))
                .isEqualTo(4);
        assertThat(run("update orderly_history set content = null where number = 'A-3' and sequence > 1"))
                .isEqualTo(3);
        assertThat(run("update orderly_history set content = '{\"placement\":{\"customer\":{},\"lines\":[]}}'"
                        + " where number = 'A-3' and sequence = 1"))
                .isEqualTo(1);
    }

    @Test
    void transitions_that_orders_have_made_cannot_be_removed_or_changed() {
        refused("delete from orderly_transition where event = 'ship' and version = 1");
        refused("update orderly_transition set to_status = 'delivered' where event = 'ship' and version = 1");
        refused("delete from orderly_transition where event = 'post'");
        refused("delete from orderly_workflow where version = 1");
        refused("update orderly_workflow set content = '{}' where version = 2");
        refused("update orderly_status set done = true where status = 'new'");
        refused("delete from orderly_status where status = 'new'");
        refused("insert into orderly_transition (workflow, version, subject, from_status, event, to_status)"
                + " values ('shop', 9, '', 'new', 'steal', 'delivered')");
    }

    @Test
    void nothing_can_hang_on_an_order_that_is_not_there() {
        refused("insert into orderly_attachment (number, sha256) values ('A-9', 'x')");
        refused("insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                + " values ('A-9', 'x', 'x', 1, 0)");
        refused("insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                + " values ('A-2', 'x', 'x', 2, 0)");
        refused("insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries)"
                + " values ('A-2', 2, 0, 'customer', 'mail', 0, 0)");
    }

    @Test
    void an_order_written_by_hand_where_only_full_rights_reach_is_found_by_its_hashes() throws SQLException {
        assertThat(store.history("A-1").orElseThrow().verify()).isEmpty();

        Guards.without(
                database,
                source,
                List.of(
                        "update orderly_history set status = 'dropped', event = 'drop', to_status = 'dropped'"
                                + " where number = 'A-1' and sequence = 2",
                        "update orderly_order set sequence = 2, status = 'dropped' where number = 'A-1'",
                        "delete from orderly_history where number = 'A-1' and sequence = 3"));

        assertThat(store.find("A-1").orElseThrow().order().status()).isEqualTo("dropped");
        assertThat(store.history("A-1").orElseThrow().verify())
                .contains("order A-1: entry 2 was changed after it was written, or the one before it was");
    }
}
