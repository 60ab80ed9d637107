package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Counts the orders in each status. */
public final class OrderCounter implements Trigger {

    private static final int WORKFLOW = 2;
    private static final int VERSION = 3;
    private static final int STATUS = 4;

    /** For H2. */
    public OrderCounter() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null
                && after != null
                && Arrays.equals(before, WORKFLOW, STATUS + 1, after, WORKFLOW, STATUS + 1)) {
            return;
        }
        if (before != null) {
            add(connection, before, -1);
        }
        if (after != null) {
            add(connection, after, 1);
        }
    }

    private static void add(Connection connection, Object[] order, int amount) throws SQLException {
        Counts.add(connection, "order", order[WORKFLOW], order[VERSION], order[STATUS], amount);
    }
}
