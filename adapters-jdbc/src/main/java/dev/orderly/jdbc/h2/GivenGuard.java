package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Refuses an entry that gives its order, or a case, what is out of a field's bounds, before the order moves to it. */
public final class GivenGuard extends Guard {

    private static final String OF_SUBJECT = StoredBound.OF_VERSION + " and subject = ?";
    private static final String ORDER =
            "select state, placed from %sorderly_order where number = ? and sequence = ? - 1";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int KIND = 2;
    private static final int WORKFLOW = 3;
    private static final int VERSION = 4;
    private static final int SUBJECT = 9;
    private static final int CASE = 13;
    private static final int CONTENT = 21;

    /** For H2. */
    public GivenGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (after == null
                || !"transition".equals(after[KIND])
                || !String.valueOf(after[CONTENT]).contains("\"data\"")) {
            return;
        }
        List<@Nullable Object[]> bounds =
                rows(connection, OF_SUBJECT, Arrays.asList(after[WORKFLOW], after[VERSION], after[SUBJECT]));
        List<@Nullable Object[]> order =
                bounds.isEmpty() ? List.of() : rows(connection, ORDER, Arrays.asList(after[NUMBER], after[SEQUENCE]));
        if (order.isEmpty()) {
            return;
        }
        JsonNode state = StoredJson.treeOf(order.get(0)[0]);
        JsonNode part = after[CASE] instanceof Integer id ? state.path("cases").path(id - 1) : state;
        JsonNode given = StoredJson.treeOf(after[CONTENT]).path("data");
        for (@Nullable Object[] row : bounds) {
            StoredBound bound = StoredBound.of(row);
            if (bound.isBroken(part.path("fields"), given, order.get(0)[1])) {
                throw refusal("a step leaves no field out of its bounds: " + bound.field());
            }
        }
    }
}
