package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses to delete an order's row, and to move it other than to the next entry of its own history. */
public final class OrderGuard implements Trigger {

    private static final String INTEGRITY = "23000";
    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;

    /** For H2. */
    public OrderGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null) {
            return;
        }
        if (after == null) {
            throw new SQLException("an order stays: its history would lose its last guard", INTEGRITY);
        }
        long step = ((Number) after[SEQUENCE]).longValue() - ((Number) before[SEQUENCE]).longValue();
        if (!after[NUMBER].equals(before[NUMBER]) || (step != 0 && step != 1)) {
            throw new SQLException("an order moves by one entry of its history at a time, and never back", INTEGRITY);
        }
    }
}
