package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to move an order's row other than to the next entry of its own history, once all units of that moved; to change what
 * was ordered; and to delete it, unless the order is done and the archive has it as it is.
 */
public final class OrderGuard extends Guard {

    private static final String ARCHIVED = "select 1 from %sorderly_archived_order where number = ? and sequence = ?"
            + " and placed = ? and state = ? and customer_key is not distinct from ?";
    private static final String UNMOVED = "select 1 from %sorderly_history h where h.number = ? and h.sequence = ?"
            + " and h.moved_items <> 0 and not exists (select 1 from %sorderly_moved_item m"
            + " where m.number = h.number and m.sequence = h.sequence and m.position = h.moved_items)";

    /** What is in the state of an order that has units, as the library writes it. */
    private static final String UNITS = "\"items\":[";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int DONE = 5;
    private static final int CUSTOMER_KEY = 12;
    private static final int PLACED = 13;
    private static final int STATE = 14;

    /** For H2. */
    public OrderGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (after == null) {
            leave(connection, Objects.requireNonNull(before));
            return;
        }
        if (before != null) {
            stay(before, after);
        }
        if ((before == null || !after[SEQUENCE].equals(before[SEQUENCE]))
                && (hasUnits(before) || hasUnits(after))
                && finds(connection, UNMOVED, Arrays.asList(after[NUMBER], after[SEQUENCE]))) {
            throw refusal("an order is where an entry of its history says, and so are its units");
        }
    }

    private static boolean hasUnits(Object @Nullable [] order) {
        return order != null && String.valueOf(order[STATE]).contains(UNITS);
    }

    private static void stay(Object[] before, Object[] after) throws SQLException {
        long step = ((Number) after[SEQUENCE]).longValue() - ((Number) before[SEQUENCE]).longValue();
        if (!after[NUMBER].equals(before[NUMBER]) || (step != 0 && step != 1)) {
            throw refusal("an order moves by one entry of its history at a time, and never back");
        }
        if (step == 0 && !after[STATE].equals(before[STATE])) {
            throw refusal("an order changes by an entry of its history only");
        }
        StoredJson.requireSame(
                before[PLACED], after[PLACED], "what was ordered stays as it was when the order was placed", "lines");
    }

    private void leave(Connection connection, Object[] order) throws SQLException {
        List<@Nullable Object> row =
                Arrays.asList(order[NUMBER], order[SEQUENCE], order[PLACED], order[STATE], order[CUSTOMER_KEY]);
        if (!Boolean.TRUE.equals(order[DONE]) || !finds(connection, ARCHIVED, row)) {
            throw refusal("an order leaves its table for the archive only, as it is, and when it is done");
        }
    }
}
