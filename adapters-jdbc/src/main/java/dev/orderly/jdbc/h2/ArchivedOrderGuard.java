package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets an order into the archive only as it is and when it is done, lets it be purged there, and lets it out only once it is back
 * in its table.
 */
public final class ArchivedOrderGuard extends Guard {

    private static final String LATEST =
            "select 1 from %sorderly_order o join %sorderly_history h on h.number = o.number and h.sequence = o.sequence"
                    + " where o.number = ? and h.hash = ? and ";
    private static final String COLUMNS =
            "(o.sequence, o.workflow, o.version, o.status, o.done, o.muted, o.placed_at, o.since, o.customer_key, o.placed,"
                    + " o.state)";
    private static final String AS_IT_IS =
            LATEST + "o.done and " + COLUMNS + " is not distinct from (" + "?, ".repeat(10) + "?)";
    private static final String BACK = LATEST + "o.sequence = ?";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;

    /** The first of the columns that a purge empties, and the first that stays behind them. */
    private static final int PURGED = 9;

    private static final int HASH = 12;

    /** For H2. */
    public ArchivedOrderGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null && after != null) {
            List<@Nullable Object> row = new ArrayList<>(Arrays.asList(after[NUMBER], after[HASH]));
            row.addAll(Arrays.asList(after).subList(SEQUENCE, HASH));
            if (!finds(connection, AS_IT_IS, row)) {
                throw refusal("only an order that is done is retired, as it is");
            }
        } else if (before != null && after != null) {
            boolean purged = Arrays.stream(after, PURGED, HASH).allMatch(Objects::isNull);
            if (!purged
                    || !Arrays.equals(before, 0, PURGED, after, 0, PURGED)
                    || !Arrays.equals(before, HASH, before.length, after, HASH, after.length)) {
                throw refusal("a retired order stays as it was, or is purged");
            }
        } else if (before != null
                && !finds(connection, BACK, Arrays.asList(before[NUMBER], before[HASH], before[SEQUENCE]))) {
            throw refusal("a retired order leaves the archive only to go back to where it was");
        }
    }
}
