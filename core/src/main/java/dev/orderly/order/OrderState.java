package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A view of an order that is kept elsewhere, for asking what it may do. Immutable. */
public final class OrderState implements OrderView {

    private final String number;
    private final String status;
    private final Instant since;
    private final Data fields;
    private final Map<String, Instant> events;
    private final List<Line> lines;
    private final ItemCounts items;
    private final boolean hasOpenCase;

    private OrderState(
            String number,
            String status,
            Instant since,
            Data fields,
            Map<String, Instant> events,
            List<Line> lines,
            ItemCounts items,
            boolean hasOpenCase) {
        this.number = number;
        this.status = status;
        this.since = since;
        this.fields = fields;
        this.events = Map.copyOf(events);
        this.lines = Line.identified(lines);
        this.items = items;
        this.hasOpenCase = hasOpenCase;
    }

    /** An order of which only this is known. */
    public static OrderState of(String number, String status, Instant since) {
        return new OrderState(number, status, since, Data.EMPTY, Map.of(), List.of(), ItemCounts.EMPTY, false);
    }

    /** The same with one more field, whose value is canonical. */
    public OrderState with(String field, Object value) {
        return new OrderState(number, status, since, fields.with(field, value), events, lines, items, hasOpenCase);
    }

    /** The same with one more event that happened. */
    public OrderState withEvent(String event, Instant at) {
        Map<String, Instant> more = new HashMap<>(events);
        more.put(event, at);
        return new OrderState(number, status, since, fields, more, lines, items, hasOpenCase);
    }

    /** The same with these lines, of which those without an id have their position for one. */
    public OrderState withLines(List<Line> ordered) {
        return new OrderState(number, status, since, fields, events, ordered, items, hasOpenCase);
    }

    /** The same with its units in these item statuses. */
    public OrderState withItems(ItemCounts counts) {
        return new OrderState(number, status, since, fields, events, lines, counts, hasOpenCase);
    }

    /** The same with an open case, or without one. */
    public OrderState withOpenCase(boolean isOpen) {
        return new OrderState(number, status, since, fields, events, lines, items, isOpen);
    }

    @Override
    public @Nullable Object field(String name) {
        return fields.get(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return events.get(event);
    }

    /** The order's number. */
    @Override
    public String number() {
        return number;
    }

    /** The status that it is in. */
    @Override
    public String status() {
        return status;
    }

    /** When it entered that status. */
    @Override
    public Instant since() {
        return since;
    }

    /** Its data, canonical for the workflow's fields. */
    public Data fields() {
        return fields;
    }

    /** When each event last happened, as far as the workflow's limits ask for it. */
    public Map<String, Instant> events() {
        return events;
    }

    /** What was ordered. */
    @Override
    public List<Line> lines() {
        return lines;
    }

    /** Where the units of what was ordered are. */
    @Override
    public ItemCounts items() {
        return items;
    }

    /** Whether a case on it is open. */
    @Override
    public boolean hasOpenCase() {
        return hasOpenCase;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OrderState that
                        && number.equals(that.number)
                        && status.equals(that.status)
                        && since.equals(that.since)
                        && fields.equals(that.fields)
                        && events.equals(that.events)
                        && lines.equals(that.lines)
                        && items.equals(that.items)
                        && hasOpenCase == that.hasOpenCase);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, status, since, fields, events, lines, items, hasOpenCase);
    }

    /** Nothing personal: the data of an order must not reach a log by accident. */
    @Override
    public String toString() {
        return "OrderState[" + number + ", " + status + " since " + since + "]";
    }
}
