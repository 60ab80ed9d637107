package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to move an order's row other than to the next entry of its own history, and to delete it, unless the order is done and
 * the archive has it as it is.
 */
public final class OrderGuard extends Guard {

    private static final String ARCHIVED = "select 1 from %sorderly_archived_order where number = ? and sequence = ?"
            + " and placed = ? and state = ? and customer_key is not distinct from ?";
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
        if (before == null) {
            return;
        }
        if (after == null) {
            leave(connection, before);
            return;
        }
        long step = ((Number) after[SEQUENCE]).longValue() - ((Number) before[SEQUENCE]).longValue();
        if (!after[NUMBER].equals(before[NUMBER]) || (step != 0 && step != 1)) {
            throw refusal("an order moves by one entry of its history at a time, and never back");
        }
    }

    private void leave(Connection connection, Object[] order) throws SQLException {
        List<@Nullable Object> row =
                Arrays.asList(order[NUMBER], order[SEQUENCE], order[PLACED], order[STATE], order[CUSTOMER_KEY]);
        if (!Boolean.TRUE.equals(order[DONE]) || !finds(connection, ARCHIVED, row)) {
            throw refusal("an order leaves its table for the archive only, as it is, and when it is done");
        }
    }
}
