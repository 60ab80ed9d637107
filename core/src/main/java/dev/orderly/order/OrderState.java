package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A view of an order that somebody else keeps, for asking what it may do.
 *
 * @param number the order's number
 * @param status the status that it is in
 * @param since when it entered that status
 * @param fields its data, canonical for the workflow's fields
 * @param events when each event last happened, as far as the workflow's limits ask for it
 * @param lines what was ordered
 * @param hasOpenCase whether a case on it is open
 */
public record OrderState(
        String number,
        String status,
        Instant since,
        Data fields,
        Map<String, Instant> events,
        List<Line> lines,
        boolean hasOpenCase)
        implements OrderView {

    public OrderState {
        events = Map.copyOf(events);
        lines = List.copyOf(lines);
    }

    /** An order of which only this is known. */
    public static OrderState of(String number, String status, Instant since) {
        return new OrderState(number, status, since, Data.EMPTY, Map.of(), List.of(), false);
    }

    /** The same with one more field. */
    public OrderState with(String field, Object value) {
        return new OrderState(number, status, since, fields.with(field, value), events, lines, hasOpenCase);
    }

    /** The same with one more event that happened. */
    public OrderState happened(String event, Instant at) {
        Map<String, Instant> more = new HashMap<>(events);
        more.put(event, at);
        return new OrderState(number, status, since, fields, more, lines, hasOpenCase);
    }

    /** The same with these lines. */
    public OrderState lines(List<Line> ordered) {
        return new OrderState(number, status, since, fields, events, ordered, hasOpenCase);
    }

    @Override
    public @Nullable Object field(String name) {
        return fields.get(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return events.get(event);
    }
}
