package dev.orderly.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Keeps the history of {@link HandWrittenSchema} in H2 as it is. */
public final class HistoryRowGuard implements Trigger {

    /** For H2. */
    public HistoryRowGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null) {
            throw new SQLException("what happened stays as it is", "23000");
        }
    }
}
