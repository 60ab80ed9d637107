package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to change what happened, but for what is personal, and to delete it, unless the archive has it as it is; to place an
 * order anew that was retired; and to migrate one to a version that does not have an item status in which its units are.
 */
public final class HistoryGuard extends Guard {

    private static final String COLUMNS =
            "number, sequence, kind, workflow, version, status, previous, previous_version,"
                    + " previous_status, subject, from_status, event, to_status, case_id, actor_role, at_time, detail, request_id,"
                    + " moved_items, hash, actor_id, content, salt, erased";
    private static final String ARCHIVED =
            "select 1 from %sorderly_archived_entry where number = ? and sequence = ? and (" + COLUMNS
                    + ") is not distinct from (" + "?, ".repeat(23) + "?)";
    /** By one statement: between two, an order can go back to where it was. */
    private static final String RETIRED = "select 1 from %sorderly_archived_order a where a.number = ? and not exists ("
            + "select 1 from %sorderly_archived_entry e where e.number = a.number and e.sequence = 1 and e.hash = ?)";

    private static final String LEFT_BEHIND = "select 1 from ("
            + "select line_id, to_item as item_status, quantity from %sorderly_moved_item where number = ?"
            + " union all select line_id, from_item, -quantity from %sorderly_moved_item where number = ? and from_item <> '')"
            + " u where not exists (select 1 from %sorderly_item_status s where s.workflow = ? and s.version = ?"
            + " and s.item_status = u.item_status) group by u.line_id, u.item_status having sum(u.quantity) <> 0";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int HASH = 19;

    /** The columns that never change; what is personal stands behind them. */
    private static final int FIXED = 20;

    private static final int CONTENT = 21;
    private static final int KIND = 2;
    private static final int WORKFLOW = 3;
    private static final int VERSION = 4;
    private static final int MOVED_ITEMS = 18;

    /** For H2. */
    public HistoryGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null && after != null) {
            place(connection, after);
        } else if (before != null && after == null) {
            leave(connection, before);
        } else if (!Arrays.equals(before, 0, FIXED, after, 0, FIXED)) {
            throw refusal("what happened cannot be changed: only what is personal can be erased");
        } else if (before != null && after != null) {
            StoredJson.requireSame(
                    before[CONTENT],
                    after[CONTENT],
                    "what an entry says of units stays as it was written",
                    "items",
                    "parcel",
                    "placement.lines");
            StoredJson.requireNoneElse(
                    before[CONTENT],
                    after[CONTENT],
                    "data",
                    "what an entry gave for a field stays as it was, or is erased");
        }
    }

    private void place(Connection connection, Object[] entry) throws SQLException {
        if (((Number) entry[SEQUENCE]).longValue() == 1
                && finds(connection, RETIRED, Arrays.asList(entry[NUMBER], entry[HASH]))) {
            throw refusal("the number belongs to an order that was retired");
        }
        if (!entry[MOVED_ITEMS].equals(0) && !"transition".equals(entry[KIND])) {
            throw refusal("only a transition moves units");
        }
        if ("migration".equals(entry[KIND])
                && finds(
                        connection,
                        LEFT_BEHIND,
                        Arrays.asList(entry[NUMBER], entry[NUMBER], entry[WORKFLOW], entry[VERSION]))) {
            throw refusal("the version does not have an item status in which units are");
        }
    }

    private void leave(Connection connection, Object[] entry) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(entry[NUMBER], entry[SEQUENCE]));
        row.addAll(Arrays.asList(entry));
        if (!finds(connection, ARCHIVED, row)) {
            throw refusal("what happened cannot be deleted: it leaves its table for the archive only, as it is");
        }
    }
}
