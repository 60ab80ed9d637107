package dev.orderly.jdbc;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.MovedItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The units that entries move, as rows of {@code orderly_moved_item}. */
final class MovedItemRows {

    /** The columns of a row, in the archive as well. */
    static final String COLUMNS = "number, sequence, position, line_id, from_item, to_item, quantity";

    static final String TABLE = "orderly_moved_item";
    static final String ARCHIVE = "orderly_archived_moved_item";

    private static final String NOWHERE = "";

    private MovedItemRows() {}

    /**
     * The units that an entry moves. Those of an order that it places come from nowhere.
     *
     * @param after the order after the entry
     */
    static List<MovedItems> moves(Order after, Activity activity) {
        if (!(activity instanceof TransitionEntry entry)) {
            return List.of();
        }
        if (entry.placement() == null) {
            return entry.items();
        }
        List<MovedItems> placed = new ArrayList<>();
        for (String line : after.items().lines()) {
            after.items()
                    .of(line)
                    .forEach((status, quantity) -> placed.add(new MovedItems(line, NOWHERE, status, quantity)));
        }
        return placed;
    }

    /** Their rows, whose positions count from 1. */
    static List<SqlValues> of(Order after, Activity activity) {
        List<SqlValues> rows = new ArrayList<>();
        for (MovedItems moved : moves(after, activity)) {
            rows.add(new SqlValues()
                    .text("number", after.number())
                    .big("sequence", activity.sequence())
                    .number("position", rows.size() + 1)
                    .text("line_id", moved.line())
                    .text("from_item", moved.from())
                    .text("to_item", moved.to())
                    .number("quantity", moved.quantity()));
        }
        return rows;
    }

    static MovedItems read(ResultSet row) throws SQLException {
        return new MovedItems(
                row.getString("line_id"), row.getString("from_item"), row.getString("to_item"), row.getInt("quantity"));
    }
}
