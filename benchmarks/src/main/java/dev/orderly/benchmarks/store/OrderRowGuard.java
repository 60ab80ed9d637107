package dev.orderly.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Keeps an order's row of {@link HandWrittenSchema} in H2: it goes forward by one step, and stays. */
public final class OrderRowGuard implements Trigger {

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;

    /** For H2. */
    public OrderRowGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null) {
            return;
        }
        if (after == null || !after[NUMBER].equals(before[NUMBER])) {
            throw new SQLException("an order stays", "23000");
        }
        long step = ((Number) after[SEQUENCE]).longValue() - ((Number) before[SEQUENCE]).longValue();
        if (step != 0 && step != 1) {
            throw new SQLException("an order goes forward", "23000");
        }
    }
}
