package dev.orderly.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a person with a SQL prompt tries on the units of the orders of {@link UnitFixture}. */
final class UnitAttacks {

    /** What the state of U-1 says of its units, as the library writes it. */
    private static final String SENT_TWO = "\"sent\":2";

    /**
     * Attempts at the same thing.
     *
     * @param what what is tried
     * @param attempts each a transaction of one statement or several
     */
    record Group(String what, List<List<String>> attempts) {}

    private UnitAttacks() {}

    private static Group group(String what, String... statements) {
        return new Group(what, Arrays.stream(statements).map(List::of).toList());
    }

    /** What needs no more than the rights of the application's user. */
    static List<Group> asApplication(TestDatabase database) {
        List<Group> groups = new ArrayList<>();
        groups.add(group(
                "a count of units, changed",
                moved("quantity = 1"),
                moved("quantity = 200"),
                moved("quantity = -2"),
                moved("from_item = 'sent'"),
                moved("to_item = 'delivered'"),
                moved("to_item = 'stolen'"),
                moved("line_id = 'b'"),
                moved("sequence = 3"),
                moved("position = 2"),
                moved("number = 'U-2'"),
                "update orderly_moved_item set quantity = 30 where number = 'U-1' and sequence = 1 and line_id = 'a'",
                "update orderly_history set moved_items = 0 where number = 'U-1' and sequence = 2"));
        groups.add(group(
                "units deleted",
                "delete from orderly_moved_item where number = 'U-1' and sequence = 2",
                "delete from orderly_moved_item where number = 'U-1' and sequence = 1",
                "delete from orderly_moved_item where number = 'U-3'",
                "delete from orderly_moved_item"));
        groups.add(group(
                "units that move once more, or by no entry",
                row("U-1", 2, 2, "a", "ordered", "sent", 1),
                row("U-1", 2, 1, "a", "ordered", "sent", 1),
                row("U-1", 2, 0, "a", "ordered", "sent", 1),
                row("U-1", 1, 3, "a", "", "ordered", 1),
                row("U-1", 1, 3, "c", "", "ordered", 1),
                row("U-1", 3, 2, "a", "ordered", "cancelled", 1),
                row("U-1", 4, 1, "a", "ordered", "sent", 1),
                row("U-9", 1, 1, "a", "", "ordered", 1),
                row("U-3", 5, 1, "a", "delivered", "returned", 1)));
        groups.add(new Group(
                "a step with units that are not there",
                List.of(
                        step("U-1", 4, "send", 1, row("U-1", 4, 1, "a", "ordered", "sent", 2)),
                        step("U-1", 4, "return", 1, row("U-1", 4, 1, "a", "delivered", "returned", 1)),
                        step("U-1", 4, "return", 1, row("U-1", 4, 1, "a", "sent", "returned", 3)),
                        step("U-1", 4, "send", 1, row("U-1", 4, 1, "c", "ordered", "sent", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "b", "ordered", "sent", 1)),
                        step("U-1", 4, "send", 1, row("U-1", 4, 1, "a", "ordered", "sent", 0)),
                        step("U-1", 4, "send", 1, row("U-1", 4, 1, "a", "ordered", "sent", -1)),
                        step(
                                "U-1",
                                4,
                                "send",
                                2,
                                row("U-1", 4, 1, "a", "ordered", "sent", 1),
                                row("U-1", 4, 2, "a", "ordered", "sent", 1)))));
        groups.add(new Group(
                "a step that moves units otherwise than its transition",
                List.of(
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "delivered", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "cancelled", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "stolen", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "lost", "sent", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "ordered", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "c", "", "ordered", 1)),
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "", "sent", 1)),
                        step("U-2", 2, "close", 1, row("U-2", 2, 1, "a", "ordered", "delivered", 5)))));
        groups.add(new Group(
                "a step with more or fewer rows of units than it says",
                List.of(
                        step("U-2", 2, "send", 1),
                        step("U-2", 2, "send", 2, row("U-2", 2, 1, "a", "ordered", "sent", 1)),
                        step("U-2", 2, "send", 0, row("U-2", 2, 1, "a", "ordered", "sent", 1)),
                        step("U-2", 2, "send", -1, row("U-2", 2, 1, "a", "ordered", "sent", 1)),
                        step("U-2", 2, "send", 2, row("U-2", 2, 2, "a", "ordered", "sent", 1)),
                        step(
                                "U-2",
                                2,
                                "send",
                                1,
                                row("U-2", 2, 1, "a", "ordered", "sent", 1),
                                row("U-2", 2, 2, "a", "ordered", "sent", 1)))));
        groups.add(new Group(
                "units that move by a comment, or stay behind at a migration",
                List.of(
                        List.of(
                                entry("U-2", 2, 1)
                                        .with("kind", "comment")
                                        .with("subject", null)
                                        .with("from_status", null)
                                        .with("event", null)
                                        .with("to_status", null)
                                        .with("moved_items", 1)
                                        .sql(),
                                row("U-2", 2, 1, "a", "ordered", "sent", 1),
                                at("U-2", 2)),
                        List.of(
                                "insert into orderly_workflow (workflow, version, content_hash, content)"
                                        + " values ('parts', 3, 'x', '{}')",
                                "insert into orderly_transition (workflow, version, subject, from_status, event,"
                                        + " to_status) values ('parts', 3, '(migration)', 'open', '1', 'open')",
                                entry("U-1", 4, 0)
                                        .with("kind", "migration")
                                        .with("subject", "(migration)")
                                        .with("version", 3)
                                        .with("event", "1")
                                        .sql(),
                                "update orderly_order set sequence = 4, version = 3 where number = 'U-1'"))));
        groups.add(group(
                "what was ordered",
                "update orderly_order set placed = replace(placed, '\"quantity\":3', '\"quantity\":30')"
                        + " where number = 'U-1'",
                "update orderly_order set placed = replace(placed, '\"id\":\"a\"', '\"id\":\"z\"') where number = 'U-1'",
                "update orderly_order set placed = '{\"customer\":{},\"lines\":[]}' where number = 'U-1'",
                "update orderly_order set placed = '{' where number = 'U-1'",
                "update orderly_history set content = replace(content, '\"quantity\":3', '\"quantity\":30')"
                        + " where number = 'U-1' and sequence = 1"));
        groups.add(group(
                "the same as JSON, beside the tables",
                "update orderly_order set state = replace(state, '" + SENT_TWO
                        + "', '\"sent\":1') where number = 'U-1'",
                "update orderly_order set state = replace(state, '" + SENT_TWO + "', '\"delivered\":2')"
                        + " where number = 'U-1'",
                "update orderly_order set state = replace(state, '\"ordered\":5', '\"ordered\":4') where number = 'U-2'",
                "update orderly_order set state = '{}' where number = 'U-1'",
                "update orderly_history set content = replace(content, '\"quantity\":2', '\"quantity\":1')"
                        + " where number = 'U-1' and sequence = 2",
                "update orderly_history set content = replace(content, '\"to\":\"sent\"', '\"to\":\"delivered\"')"
                        + " where number = 'U-1' and sequence = 2",
                "update orderly_history set content = replace(content, '\"parcel\":true', '\"parcel\":false')"
                        + " where number = 'U-1' and sequence = 2",
                "update orderly_history set content = null where number = 'U-1' and sequence = 2",
                "update orderly_history set content = '{}' where number = 'U-1' and sequence = 3"));
        groups.add(group(
                "what a version does with units",
                allowed("parts", 1, "steal", "ordered", "sent"),
                allowed("parts", 9, "send", "ordered", "sent"),
                allowed("parts", 1, "send", "ordered", "stolen"),
                "update orderly_item_transition set to_item = 'delivered' where event = 'send'",
                "delete from orderly_item_transition where event = 'send'",
                "update orderly_item_status set done = true where item_status = 'sent'",
                "delete from orderly_item_status where item_status = 'sent'",
                "insert into orderly_item_status (workflow, version, item_status, done, label)"
                        + " values ('parts', 9, 'stolen', true, 'Stolen')"));
        groups.add(group(
                "the archive of units",
                "update orderly_archived_moved_item set quantity = quantity + 1",
                "update orderly_archived_moved_item set to_item = 'sent' where sequence = 4",
                "delete from orderly_archived_moved_item where sequence = 4",
                "delete from orderly_archived_moved_item",
                "insert into orderly_archived_moved_item (" + MovedItemRows.COLUMNS + ", done_at)"
                        + " values ('U-9', 1, 1, 'a', '', 'ordered', 1, 0)"));
        groups.add(new Group(
                "units that go to the archive before their order",
                List.of(List.of(
                        Attacks.archived("U-3", "h.hash"),
                        "insert into orderly_archived_moved_item (" + MovedItemRows.COLUMNS + ", done_at) select "
                                + MovedItemRows.COLUMNS + ", 0 from orderly_moved_item where number = 'U-3'",
                        "delete from orderly_moved_item where number = 'U-3'"))));
        groups.add(database == TestDatabase.SQLITE ? replacing() : truncating());
        groups.add(group(
                "what is only found",
                allowed("parts", 1, "send", "ordered", "delivered"),
                "insert into orderly_item_status (workflow, version, item_status, done, label)"
                        + " values ('parts', 1, 'stolen', true, 'Stolen')",
                "insert into orderly_archived_moved_item (" + MovedItemRows.COLUMNS + ", done_at)"
                        + " values ('U-0', 2, 2, 'a', 'ordered', 'sent', 1, 0)"));
        groups.add(new Group(
                "a legal step whose JSON says otherwise, without the library",
                List.of(
                        step("U-2", 2, "send", 1, row("U-2", 2, 1, "a", "ordered", "sent", 1)),
                        List.of(
                                entry("U-2", 2, 0)
                                        .with("event", "send")
                                        .with(
                                                "content",
                                                "{\"items\":[{\"line\":\"a\",\"from\":\"ordered\",\"to\":\"sent\",\"quantity\":1}]}")
                                        .sql(),
                                at("U-2", 2)))));
        return groups;
    }

    /** What needs the rights of the owner, who switches the guards off first. */
    static Group asOwner() {
        return group(
                "with full rights, the guards switched off",
                "update orderly_moved_item set quantity = 1 where number = 'U-1' and sequence = 2",
                "update orderly_moved_item set to_item = 'delivered' where number = 'U-1' and sequence = 2",
                "delete from orderly_moved_item where number = 'U-1' and sequence = 3",
                row("U-1", 2, 2, "a", "ordered", "sent", 1),
                row("U-1", 9, 1, "a", "ordered", "sent", 1),
                row("U-9", 1, 1, "a", "", "ordered", 1),
                "update orderly_history set moved_items = 2 where number = 'U-1' and sequence = 2",
                "update orderly_order set state = replace(state, '" + SENT_TWO
                        + "', '\"sent\":1') where number = 'U-1'",
                "update orderly_order set placed = replace(placed, '\"quantity\":3', '\"quantity\":30')"
                        + " where number = 'U-1'",
                "update orderly_history set content = replace(content, '\"quantity\":2', '\"quantity\":1')"
                        + " where number = 'U-1' and sequence = 2",
                "update orderly_archived_moved_item set quantity = 1 where sequence = 1",
                "delete from orderly_archived_moved_item where sequence = 4",
                "delete from orderly_item_transition where event = 'cancel'",
                "delete from orderly_item_status where item_status = 'returned'");
    }

    private static Group truncating() {
        return group(
                "all rows of a table at once",
                "truncate table orderly_moved_item",
                "truncate table orderly_archived_moved_item",
                "truncate table orderly_item_status",
                "truncate table orderly_item_transition");
    }

    private static Group replacing() {
        return group(
                "a row written over by insert or replace",
                "replace into orderly_moved_item values ('U-1', 2, 1, 'a', 'ordered', 'sent', 1)",
                "update or replace orderly_moved_item set quantity = 1 where number = 'U-1' and sequence = 2",
                "replace into orderly_archived_moved_item values ('U-0', 1, 1, 'a', '', 'ordered', 1, 0)",
                "replace into orderly_item_status values ('parts', 1, 'sent', 1, 'Gone')");
    }

    private static String moved(String assignment) {
        return "update orderly_moved_item set " + assignment + " where number = 'U-1' and sequence = 2";
    }

    private static String row(
            String number, int sequence, int position, String line, String from, String to, int quantity) {
        return "insert into orderly_moved_item (" + MovedItemRows.COLUMNS + ") values ('" + number + "', " + sequence
                + ", " + position + ", '" + line + "', '" + from + "', '" + to + "', " + quantity + ")";
    }

    private static String allowed(String workflow, int version, String event, String from, String to) {
        return "insert into orderly_item_transition (workflow, version, subject, from_status, event, to_status, from_item,"
                + " to_item) values ('" + workflow + "', " + version + ", '', 'open', '" + event + "', 'open', '" + from
                + "', '" + to + "')";
    }

    private static ForgedEntry entry(String number, int sequence, int movedItems) {
        return ForgedEntry.of(number)
                .with("workflow", "parts")
                .with("sequence", sequence)
                .with("previous", sequence - 1)
                .move("open", "send", "open")
                .with("moved_items", movedItems);
    }

    /** An entry that is legal but for its units, these, and the order's row moved to it. */
    private static List<String> step(String number, int sequence, String event, int movedItems, String... units) {
        String status = event.equals("close") ? "closed" : "open";
        List<String> statements = new ArrayList<>();
        statements.add(entry(number, sequence, movedItems)
                .move("open", event, status)
                .with("previous_status", "open")
                .sql());
        statements.addAll(List.of(units));
        statements.add("update orderly_order set sequence = " + sequence + ", status = '" + status
                + "' where number = '" + number + "'");
        return statements;
    }

    private static String at(String number, int sequence) {
        return "update orderly_order set sequence = " + sequence + " where number = '" + number + "'";
    }
}
