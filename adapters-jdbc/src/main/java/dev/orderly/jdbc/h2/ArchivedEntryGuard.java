package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Refuses to change an entry in the archive, and to delete it before its order is purged or goes back to where it was. */
public final class ArchivedEntryGuard extends Guard {

    private static final String PURGED = "select 1 from %sorderly_archived_order where number = ? and state is null";
    private static final String BACK = "select 1 from %sorderly_history where number = ? and sequence = ? and hash = ?";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int HASH = 19;

    /** For H2. */
    public ArchivedEntryGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null
                && (after != null
                        || (!finds(connection, PURGED, Arrays.asList(before[NUMBER]))
                                && !finds(
                                        connection,
                                        BACK,
                                        Arrays.asList(before[NUMBER], before[SEQUENCE], before[HASH]))))) {
            throw refusal("what happened stays in the archive until its order is purged or goes back to where it was");
        }
    }
}
