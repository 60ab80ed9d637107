package dev.orderly.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person with a SQL prompt tries on the orders of {@link VerificationTest}: A-1 is delivered, A-2 is new and has a
 * remark, A-3 has a file and a closed case, A-4 was erased, A-5 was migrated to the second version, A-0 was retired.
 */
final class Attacks {

    private static final List<String> TABLES = List.of(
            "workflow",
            "status",
            "transition",
            "history",
            "order",
            "attachment",
            "answer",
            "outbox",
            "archived_order",
            "archived_entry",
            "archived_attachment");

    /**
     * Statements that try the same thing.
     *
     * @param what what is tried
     * @param statements each tried by itself
     */
    record Group(String what, List<String> statements) {}

    private Attacks() {}

    private static Group group(String what, Object... statements) {
        List<String> all = new ArrayList<>();
        for (Object statement : statements) {
            all.add(statement instanceof ForgedEntry entry ? entry.sql() : statement.toString());
        }
        return new Group(what, all);
    }

    /** The next entry of, behind their latest. */
    private static ForgedEntry next(String number) {
        return switch (number) {
            case "A-1" -> step(number, 4, 1, "delivered");
            case "A-2" -> step(number, 5, 2, "new");
            case "A-3" -> step(number, 7, 2, "sent");
            default -> step(number, 4, 2, "posted");
        };
    }

    private static ForgedEntry step(String number, int sequence, int version, String status) {
        return ForgedEntry.of(number)
                .with("sequence", sequence)
                .with("previous", sequence - 1)
                .with("version", version)
                .with("previous_version", version)
                .with("previous_status", status)
                .with("from_status", status);
    }

    private static ForgedEntry still(String number, String kind, String status) {
        ForgedEntry entry = next(number).with("kind", kind).with("status", status);
        return entry.with("subject", null)
                .with("from_status", null)
                .with("event", null)
                .with("to_status", null);
    }

    private static ForgedEntry moved(String number, String from, String event, String to) {
        return next(number).move(from, event, to);
    }

    private static List<String> changes(String table, String where, String... assignments) {
        List<String> statements = new ArrayList<>();
        for (String assignment : assignments) {
            statements.add("update orderly_" + table + " set " + assignment + " where " + where);
        }
        return statements;
    }

    /** What needs no more than the rights of the application's user. */
    static List<Group> asApplication(TestDatabase database) {
        String bytes = database.name().startsWith("POSTGRESQL") ? "'\\x00'" : "x'00'";
        List<Group> groups = new ArrayList<>();
        groups.add(group(
                "a step that the workflow does not have",
                moved("A-2", "new", "ship", "delivered"),
                moved("A-2", "new", "steal", "delivered"),
                moved("A-2", "new", "ship", "lost"),
                moved("A-2", "new", "drop", "sent"),
                moved("A-1", "delivered", "ship", "sent"),
                moved("A-1", "delivered", "remark", "delivered"),
                moved("A-3", "sent", "ship", "sent"),
                moved("A-5", "posted", "ship", "sent")));
        groups.add(group(
                "a step without its transition",
                moved("A-2", "new", "ship", "delivered").with("event", null),
                moved("A-2", "new", "ship", "delivered").with("subject", null),
                moved("A-2", "new", "ship", "sent").with("from_status", null),
                moved("A-2", "new", "ship", "sent").with("to_status", null),
                moved("A-2", "new", "ship", "sent").with("status", "delivered")));
        groups.add(group(
                "an entry in another place of the history",
                moved("A-2", "sent", "deliver", "delivered"),
                moved("A-2", "new", "ship", "sent").with("sequence", 9),
                moved("A-2", "new", "ship", "sent").with("sequence", 9).with("previous", 8),
                moved("A-2", "new", "ship", "sent").with("sequence", 3).with("previous", 2),
                moved("A-2", "new", "ship", "sent").with("previous", null),
                moved("A-2", "new", "ship", "sent").with("previous", 1),
                moved("A-2", "new", "ship", "sent").with("sequence", 0).with("previous", -1),
                moved("A-9", "new", "ship", "sent")));
        groups.add(group(
                "a second beginning",
                moved("A-2", "", "place", "new"),
                moved("A-2", "", "place", "new").with("previous", null),
                moved("A-2", "", "place", "new").with("sequence", 1).with("previous", null)));
        groups.add(group(
                "a comment, a preference or an erasure that moves the order",
                still("A-2", "comment", "sent"),
                still("A-2", "notification-preference", "delivered"),
                still("A-2", "erasure", "dropped"),
                still("A-2", "whatever", "new"),
                still("A-2", "comment", "new").with("version", 1),
                still("A-2", "comment", "new").with("event", "ship")));
        groups.add(group(
                "a step of a case that its workflow does not have",
                next("A-3")
                        .with("status", "sent")
                        .with("subject", "incident")
                        .with("case_id", 1)
                        .with("from_status", "open")
                        .with("event", "close")
                        .with("to_status", "open"),
                next("A-3")
                        .with("status", "delivered")
                        .with("subject", "incident")
                        .with("case_id", 1)
                        .with("from_status", "open")
                        .with("event", "close")
                        .with("to_status", "closed"),
                next("A-3").with("case_id", 1),
                next("A-3").with("subject", "refund").with("case_id", 2)));
        groups.add(group(
                "another version or workflow without a migration",
                moved("A-2", "new", "ship", "sent").with("version", 1),
                moved("A-2", "new", "ship", "sent").with("previous_version", 1),
                moved("A-2", "new", "ship", "sent").with("workflow", "other"),
                moved("A-2", "new", "1", "new")
                        .with("kind", "migration")
                        .with("subject", "(migration)")
                        .with("version", 3),
                "update orderly_order set version = 1 where number = 'A-2'",
                "update orderly_order set workflow = 'other' where number = 'A-2'"));
        List<String> rows = new ArrayList<>(List.of(
                "update orderly_order set sequence = 3 where number = 'A-2'",
                "update orderly_order set sequence = 2, status = 'sent' where number = 'A-1'",
                "update orderly_order set sequence = 1, status = 'new' where number = 'A-1'",
                "update orderly_order set status = 'delivered' where number = 'A-2'",
                "update orderly_order set status = 'sent', sequence = 5 where number = 'A-2'",
                "update orderly_order set number = 'A-9' where number = 'A-2'",
                "delete from orderly_order where number = 'A-1'",
                "delete from orderly_order",
                "insert into orderly_order select 'A-9', sequence, workflow, version, status, done, muted, placed_at,"
                        + " since, deadline_at, overdue_at, claimable_at, customer_key, placed, state"
                        + " from orderly_order where number = 'A-2'"));
        groups.add(new Group("an order's row where its history is not", rows));
        List<String> history = new ArrayList<>(List.of(
                "delete from orderly_history where number = 'A-1' and sequence = 3",
                "delete from orderly_history where number = 'A-1'",
                "delete from orderly_history"));
        history.addAll(changes(
                "history",
                "number = 'A-1' and sequence = 2",
                "event = 'remark'",
                "status = 'new'",
                "kind = 'comment'",
                "previous = null",
                "previous_status = 'sent'",
                "subject = 'incident'",
                "case_id = 1",
                "actor_role = 'customer'",
                "at_time = 1",
                "detail = 'internal'",
                "request_id = 'x'",
                "hash = 'x'",
                "sequence = 9",
                "number = 'A-9'"));
        groups.add(new Group("what happened, changed or deleted", history));
        if (database == TestDatabase.SQLITE) {
            groups.add(replacing());
        } else {
            groups.add(new Group(
                    "all rows of a table at once",
                    TABLES.stream()
                            .map(table -> "truncate table orderly_" + table)
                            .toList()));
        }
        groups.add(group(
                "what a version allows",
                "delete from orderly_transition where event = 'ship'",
                "update orderly_transition set to_status = 'delivered' where event = 'ship'",
                "delete from orderly_workflow where version = 1",
                "update orderly_workflow set content = '{}' where version = 1",
                "update orderly_status set done = true where status = 'sent'",
                "delete from orderly_status where status = 'sent'",
                "insert into orderly_status (workflow, version, status, done, label)"
                        + " values ('shop', 1, 'stolen', true, 'Stolen')",
                "insert into orderly_transition (workflow, version, subject, from_status, event, to_status)"
                        + " values ('shop', 1, '', 'new', 'steal', 'delivered')",
                "insert into orderly_transition (workflow, version, subject, from_status, event, to_status)"
                        + " values ('shop', 9, '', 'new', 'steal', 'delivered')"));
        groups.add(group(
                "the guards themselves",
                "drop table orderly_order",
                "alter table orderly_order drop constraint orderly_order_status",
                dropTrigger(database),
                "delete from orderly_schema"));
        List<String> snapshot = new ArrayList<>(changes(
                "order",
                "number = 'A-2'",
                "state = replace(state, 'fox', 'cat'), muted = false",
                "placed = replace(placed, 'Solaris', 'Fiasco')",
                "placed = replace(placed, '2', '200')",
                "customer_key = 'x'",
                "customer_key = null",
                "deadline_at = deadline_at + 1",
                "deadline_at = null",
                "claimable_at = null",
                "claimable_at = claimable_at + 9000000000000000",
                "overdue_at = null",
                "since = since + 1",
                "placed_at = placed_at + 1",
                "muted = false",
                "done = true",
                "state = '{'",
                "placed = '[]'"));
        groups.add(new Group("an order's data, customer or deadlines", snapshot));
        groups.add(new Group(
                "what is personal in an entry",
                changes(
                        "history",
                        "number = 'A-2' and sequence = 2",
                        "actor_id = 'eve'",
                        "content = replace(content, 'note', 'text')",
                        "content = null",
                        "content = '{'",
                        "salt = 'x'",
                        "erased = '{}'")));
        groups.add(group(
                "an entry that is legal, without the library",
                moved("A-2", "new", "ship", "sent"),
                still("A-2", "comment", "new").with("detail", "public").with("content", "{\"text\":\"x\"}"),
                still("A-2", "comment", "new"),
                still("A-2", "notification-preference", "new").with("detail", "muted")));
        groups.add(group(
                "something that belongs to no entry",
                "insert into orderly_attachment (number, sha256) values ('A-9', 'x')",
                "insert into orderly_attachment (number, sha256) values ('A-2', 'x')",
                "insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                        + " values ('A-9', 'x', 'x', 1, 0)",
                "insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                        + " values ('A-2', 'x', 'x', 9, 0)",
                "insert into orderly_answer (number, request_id, fingerprint, sequence, answered_at)"
                        + " values ('A-2', 'x', 'x', 1, 0)",
                "update orderly_answer set request_id = 'other' where request_id = 'remark'",
                "update orderly_answer set sequence = 1 where request_id = 'remark'",
                "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries)"
                        + " values ('A-2', 9, 0, 'customer', 'mail', 0, 0)"));
        groups.add(group(
                "an attachment",
                "delete from orderly_attachment",
                "update orderly_attachment set content = " + bytes,
                "update orderly_attachment set sha256 = 'x'"));
        groups.add(group(
                "the archive",
                archived("A-2", "h.hash"),
                archived("A-1", "'x'"),
                "update orderly_archived_order set customer_key = null, placed = null, state = null",
                "update orderly_archived_order set status = 'dropped'",
                "update orderly_archived_order set state = replace(state, 'ship', 'shop')",
                "delete from orderly_archived_order",
                "update orderly_archived_entry set content = null",
                "update orderly_archived_entry set to_status = 'dropped' where sequence = 4",
                "delete from orderly_archived_entry where sequence = 4",
                "delete from orderly_archived_entry",
                "insert into orderly_archived_entry (number, sequence, kind, workflow, version, status, previous_version,"
                        + " previous_status, actor_role, at_time, hash, done_at) values ('A-0', 5, 'comment', 'shop', 1,"
                        + " 'delivered', 1, 'delivered', 'staff', 0, 'x', 0)",
                "insert into orderly_archived_entry (number, sequence, kind, workflow, version, status, previous_version,"
                        + " previous_status, actor_role, at_time, hash, done_at) values ('A-9', 1, 'comment', 'shop', 1,"
                        + " 'delivered', 1, 'delivered', 'staff', 0, 'x', 0)",
                "delete from orderly_archived_attachment",
                "update orderly_archived_attachment set content = " + bytes,
                "insert into orderly_archived_attachment (number, sha256, done_at) values ('A-0', 'x', 0)",
                ForgedEntry.of("A-0").with("sequence", 1).with("previous", null).move("", "place", "new")));
        groups.add(group(
                "a count",
                "insert into orderly_count (counted, name, version, status, amount) values ('order', 'shop', 2, 'new', 9)",
                "update orderly_count set amount = amount + 1",
                "delete from orderly_count",
                "insert into orderly_count_change (counted, name, version, status, amount)"
                        + " values ('message', 'mail', 0, '', -1)",
                "update orderly_count_change set amount = amount + 1 where counted = 'order'",
                "delete from orderly_count_change",
                "truncate table orderly_count",
                "truncate table orderly_count_change"));
        groups.add(group(
                "a message that is not to be sent, or an answer forgotten",
                "update orderly_outbox set held_back = true",
                "delete from orderly_outbox",
                "update orderly_outbox set available_at = null",
                "update orderly_outbox set available_at = available_at + 9000000000000000",
                "update orderly_outbox set channel = 'nowhere'",
                "delete from orderly_answer where request_id = 'remark'",
                "update orderly_answer set fingerprint = 'x' where request_id = 'remark'"));
        return groups;
    }

    /** A row of the archive for an order that is not in it. */
    static String archived(String number, String hash) {
        return "insert into orderly_archived_order (" + Archive.ORDER_COLUMNS + ", hash, retired_at) select o."
                + Archive.ORDER_COLUMNS.replace(", ", ", o.") + ", " + hash + ", 0 from orderly_order o"
                + " join orderly_history h on h.number = o.number and h.sequence = o.sequence where o.number = '"
                + number + "'";
    }

    /** SQLite deletes rows that have the key of a new one, and no trigger hears of that. */
    private static Group replacing() {
        return group(
                "a row written over by insert or replace",
                moved("A-1", "sent", "deliver", "delivered")
                        .with("sequence", 3)
                        .with("previous", 2)
                        .sql()
                        .replace("insert into", "insert or replace into"),
                "replace into orderly_history select number, sequence, kind, workflow, version, status, previous,"
                        + " previous_version, previous_status, subject, from_status, event, to_status, case_id, actor_role,"
                        + " at_time + 1, detail, request_id, hash, actor_id, content, salt, erased from orderly_history",
                "update or replace orderly_history set sequence = 2 where number = 'A-1' and sequence = 3",
                "update or replace orderly_order set number = 'A-1' where number = 'A-2'",
                "replace into orderly_order select number, 2, workflow, version, 'sent', done, muted, placed_at, since,"
                        + " deadline_at, overdue_at, claimable_at, customer_key, placed, state from orderly_order"
                        + " where number = 'A-1'",
                "replace into orderly_workflow select workflow, version, 'x', '{}' from orderly_workflow",
                "replace into orderly_status select workflow, version, status, true, label from orderly_status",
                "replace into orderly_attachment select number, sha256, x'00' from orderly_attachment",
                "replace into orderly_outbox select number, sequence, position, role, channel, created_at, 9, available_at,"
                        + " problem from orderly_outbox");
    }

    private static String dropTrigger(TestDatabase database) {
        return switch (database) {
            case H2, H2_FILE -> "drop trigger orderly_order_guard";
            case MARIADB, SQLITE -> "drop trigger orderly_order_forward";
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> "drop trigger orderly_order_forward on orderly_order";
        };
    }

    /** What needs the rights of the owner, who switches the guards off first. */
    static List<Group> asOwner() {
        return List.of(group(
                "with full rights, the guards switched off",
                "update orderly_history set at_time = at_time + 1 where number = 'A-1' and sequence = 2",
                "update orderly_history set actor_role = 'customer' where number = 'A-1' and sequence = 3",
                "update orderly_history set hash = 'x' where number = 'A-1' and sequence = 3",
                "update orderly_history set detail = 'internal' where number = 'A-1' and sequence = 3",
                "update orderly_history set request_id = 'x' where number = 'A-3' and sequence = 2",
                "delete from orderly_history where number = 'A-5' and sequence = 3",
                "delete from orderly_order where number = 'A-5'",
                "update orderly_order set sequence = 2, status = 'sent' where number = 'A-1'",
                "update orderly_order set version = 1 where number = 'A-3'",
                "update orderly_workflow set content = '{}' where version = 1",
                "update orderly_status set done = true where status = 'sent' and version = 1",
                "delete from orderly_transition where event = 'remark' and version = 2",
                "update orderly_outbox set sequence = 99",
                "update orderly_archived_entry set at_time = at_time + 1 where sequence = 2",
                "update orderly_archived_order set hash = 'x'",
                "update orderly_archived_order set muted = true",
                "delete from orderly_archived_entry where sequence = 2"));
    }

    /** The name of a database in the table. */
    static String title(TestDatabase database, @Nullable String suffix) {
        String name = switch (database) {
            case H2, H2_FILE -> "H2";
            case POSTGRESQL -> "PostgreSQL";
            case POSTGRESQL_PARTITIONED -> "PostgreSQL, partitioned";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
        };
        return suffix == null ? name : name + ", " + suffix.toLowerCase(Locale.ROOT);
    }
}
