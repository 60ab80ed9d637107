package dev.orderly.jdbc;

import dev.orderly.order.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The snapshot of an order as a row of {@code orderly_order}. */
final class OrderRow {

    /** The columns that {@link #read} reads, of a table called {@code o}. */
    static final String COLUMNS = "o.number, o.sequence, o.workflow, o.version, o.status, o.done, o.muted,"
            + " o.placed_at, o.since, o.placed, o.state";

    private OrderRow() {}

    /**
     * The hash of the latest entry, for a table called {@code o}.
     *
     * @param lock what stands behind a query that reads what is committed now
     */
    static String hash(String lock) {
        return "(select h.hash from orderly_history h where h.number = o.number and h.sequence = o.sequence" + lock
                + ") as hash";
    }

    /** What is written once, when the order is placed. */
    static SqlValues placed(Order order) {
        String what = "order " + order.number();
        SqlValues row = new SqlValues()
                .text("number", KeyLimits.number(order.number()))
                .text("workflow", order.workflow())
                .big("placed_at", EpochMicros.exactly(order.placedAt(), what));
        return customer(row, order);
    }

    /** Who ordered, and what: written once more only when it is erased. */
    static SqlValues customer(SqlValues row, Order order) {
        return row.text("customer_key", KeyLimits.customer(order.customer().email()))
                .text("placed", Json.text(new PlacementJson(order.customer(), order.lines()).json()));
    }

    /** What each step writes anew. A claim ends with the step that it was made for. */
    static SqlValues moved(SqlValues row, Order order) {
        return row.big("sequence", order.sequence())
                .number("version", order.version())
                .text("status", order.status())
                .flag("done", order.done())
                .flag("muted", order.muted())
                .big("since", EpochMicros.exactly(order.since(), "order " + order.number()))
                .big("deadline_at", deadline(order))
                .big("claimable_at", deadline(order))
                .big("overdue_at", overdueAt(order))
                .text("state", StateJson.of(order));
    }

    /** Never early: a deadline within a microsecond has come when the microsecond is over. */
    private static @Nullable Long deadline(Order order) {
        return order.deadline() == null
                ? null
                : EpochMicros.ceil(order.deadline().at());
    }

    private static @Nullable Long overdueAt(Order order) {
        return order.overdueAt() == null ? null : EpochMicros.floor(order.overdueAt());
    }

    static Order read(ResultSet row, TrailLoader trails) throws SQLException {
        String number = row.getString("number");
        long sequence = row.getLong("sequence");
        String status = row.getString("status");
        PlacementJson placed = PlacementJson.of(Json.tree(row.getString("placed")));
        JsonNode state = Json.tree(row.getString("state"));
        JsonNode overdueAt = state.get("overdueAt");
        return Order.builder(
                        number,
                        row.getString("workflow"),
                        row.getInt("version"),
                        EpochMicros.instant(row.getLong("placed_at")),
                        trails.read(state, status, number, sequence, null))
                .status(status, EpochMicros.instant(row.getLong("since")), row.getBoolean("done"))
                .sequence(sequence)
                .customer(placed.customer())
                .lines(placed.lines())
                .items(ItemsJson.counts(state.path("items")))
                .parcels(StateJson.parcels(state))
                .fields(Json.data(state.get("fields")))
                .cases(StateJson.cases(state, number, sequence, trails))
                .muted(row.getBoolean("muted"))
                .schedule(StateJson.deadline(state), overdueAt == null ? null : Json.instant(overdueAt))
                .build();
    }
}
