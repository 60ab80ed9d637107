package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Refuses to change in the archive which units moved, and to delete it before its order is purged or goes back to where it was. */
public final class ArchivedMovedItemGuard extends Guard {

    private static final String PURGED = "select 1 from %sorderly_archived_order where number = ? and state is null";
    private static final String BACK = "select 1 from %sorderly_moved_item where number = ? and sequence = ?"
            + " and position = ? and line_id = ? and from_item = ? and to_item = ? and quantity = ?";

    private static final int NUMBER = 0;

    /** The time at which the order was done, which stands behind the columns that it has in both tables. */
    private static final int DONE_AT = 7;

    /** For H2. */
    public ArchivedMovedItemGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null
                && (after != null
                        || (!finds(connection, PURGED, Arrays.asList(before[NUMBER]))
                                && !finds(
                                        connection, BACK, Arrays.asList(before).subList(0, DONE_AT))))) {
            throw refusal(
                    "units that moved stay in the archive until their order is purged or goes back to where it was");
        }
    }
}
