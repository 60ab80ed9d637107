package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses to delete what happened, and to change it, but for what is personal. */
public final class HistoryGuard implements Trigger {

    private static final String INTEGRITY = "23000";

    /** The columns that never change; what is personal stands behind them. */
    private static final int FIXED = 19;

    /** For H2. */
    public HistoryGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null) {
            return;
        }
        if (after == null) {
            throw new SQLException("what happened cannot be deleted", INTEGRITY);
        }
        if (!Arrays.equals(before, 0, FIXED, after, 0, FIXED)) {
            throw new SQLException("what happened cannot be changed: only what is personal can be erased", INTEGRITY);
        }
    }
}
