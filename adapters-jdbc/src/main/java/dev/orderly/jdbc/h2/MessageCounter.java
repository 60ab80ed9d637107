package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Counts the messages that wait, and the dead letters, of each channel. */
public final class MessageCounter implements Trigger {

    private static final int CHANNEL = 4;
    private static final int AVAILABLE_AT = 7;

    /** For H2. */
    public MessageCounter() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null
                && after != null
                && before[CHANNEL].equals(after[CHANNEL])
                && kind(before).equals(kind(after))) {
            return;
        }
        if (before != null) {
            add(connection, before, -1);
        }
        if (after != null) {
            add(connection, after, 1);
        }
    }

    private static String kind(@Nullable Object[] message) {
        return message[AVAILABLE_AT] == null ? "dead-letter" : "message";
    }

    private static void add(Connection connection, Object[] message, int amount) throws SQLException {
        Counts.add(connection, kind(message), message[CHANNEL], 0, "", amount);
    }
}
