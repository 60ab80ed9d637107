package dev.orderly.cli.replay;

import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a log.
 *
 * @param number its place in the file, from 1, the header not counted
 * @param order the order's number
 * @param event what shall happen
 * @param at when, as the file writes it, so that a result can be joined with the log
 * @param time the same as a point in time
 * @param actor who asks
 * @param data the cells of the data columns that are not empty, as text
 * @param lines what is ordered
 * @param items the units that are named
 */
record LogRow(
        long number,
        String order,
        String event,
        String at,
        Instant time,
        Actor actor,
        Data data,
        List<Line> lines,
        List<LineQuantity> items) {

    LogRow {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }

    /** What the row asks for. */
    Request request(@Nullable String id) {
        Request request = Request.of(event, actor)
                .with(data)
                .withLines(lines.toArray(Line[]::new))
                .withItems(items.toArray(LineQuantity[]::new))
                .withTime(time);
        return id == null ? request : request.withId(id);
    }
}
