package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderFacts;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of an order with the values of a request in place of older ones. */
final class RequestFacts implements OrderFacts {

    private final OrderView order;
    private final Request request;
    private final Instant at;
    private final Data given;
    private final Map<String, Reason> unreadable;
    private final Set<String> writes;
    private final Data written;

    private RequestFacts(
            OrderView order,
            Request request,
            Instant at,
            Data given,
            Map<String, Reason> unreadable,
            Set<String> writes,
            Data written) {
        this.order = order;
        this.request = request;
        this.at = at;
        this.given = given;
        this.unreadable = unreadable;
        this.writes = writes;
        this.written = written;
    }

    /** Reads the request's values as the workflow's fields do; a blank text counts as not given. */
    static RequestFacts read(OrderView order, Request request, Map<String, Field> fields, Workflow workflow) {
        Map<String, Object> given = new TreeMap<>();
        Map<String, Reason> unreadable = new TreeMap<>();
        request.data().asMap().forEach((name, value) -> {
            if (!(value instanceof String text) || !text.isBlank()) {
                Field field = fields.get(name);
                if (field == null) {
                    unreadable.put(name, unknown(name, workflow));
                    return;
                }
                try {
                    given.put(name, read(field, value, order, request, workflow.calendar()));
                } catch (IllegalArgumentException e) {
                    unreadable.put(name, invalid(name, e));
                }
            }
        });
        return new RequestFacts(order, request, request.at(), Data.of(given), unreadable, Set.of(), Data.EMPTY);
    }

    /** The day of the request bounds a value only while the order does not have it. */
    private static Object read(Field field, Object value, OrderView order, Request request, WorkCalendar calendar) {
        Object read = field.canonical(value);
        return read.equals(order.field(field.name())) ? read : field.canonical(value, request.at(), calendar);
    }

    private static Reason unknown(String name, Workflow workflow) {
        return Reasons.of(Reason.DATA_INVALID)
                .with("kind", "unknown-field")
                .with("name", name)
                .with("workflow", workflow.name());
    }

    private static Reason invalid(String name, IllegalArgumentException e) {
        return Reasons.of(Reason.DATA_INVALID).with("field", name).with("problem", String.valueOf(e.getMessage()));
    }

    /** The same with what a transition writes: these fields, with these values as far as there are any. */
    RequestFacts writing(Set<String> fields, Data values) {
        return new RequestFacts(order, request, at, given, unreadable, fields, values);
    }

    /** The same without what a transition writes. */
    RequestFacts unwritten() {
        return writes.isEmpty() ? this : writing(Set.of(), Data.EMPTY);
    }

    /** The request's values and those that the transition writes. */
    Data outcome() {
        return given.with(written);
    }

    /** What another field or a total holds; null where the order has none. */
    @Nullable
    Object value(Reference reference) {
        return reference.isField() ? field(reference.name()) : total();
    }

    /** The total of the order's lines; null where they have no prices. */
    @Nullable
    Money total() {
        return OrderedItem.totalOf(order.lines());
    }

    OrderView order() {
        return order;
    }

    Request request() {
        return request;
    }

    String role() {
        return request.actor().role();
    }

    Instant at() {
        return at;
    }

    /** The request's values that could be read, canonical. */
    Data given() {
        return given;
    }

    /** The reasons against the others, by field. */
    Map<String, Reason> unreadable() {
        return unreadable;
    }

    /** Whether the request gives a value for a field, be it readable or not, or the transition writes it. */
    boolean mentions(String field) {
        return given.has(field) || unreadable.containsKey(field) || writes.contains(field);
    }

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public Instant since() {
        return order.since();
    }

    @Override
    public @Nullable Object field(String name) {
        if (written.has(name)) {
            return written.get(name);
        }
        return given.has(name) ? given.get(name) : order.field(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
