package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.OrderFacts;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of an order with the values of a request in place of older ones. */
final class RequestFacts implements OrderFacts {

    private final OrderView order;
    private final Request request;
    private final Instant at;
    private final Data given;
    private final Map<String, Reason> unreadable;

    private RequestFacts(OrderView order, Request request, Instant at, Data given, Map<String, Reason> unreadable) {
        this.order = order;
        this.request = request;
        this.at = at;
        this.given = given;
        this.unreadable = unreadable;
    }

    /** Reads the request's values as the workflow's fields do; a blank text counts as not given. */
    static RequestFacts read(OrderView order, Request request, Map<String, Field> fields, String workflow) {
        Map<String, Object> given = new TreeMap<>();
        Map<String, Reason> unreadable = new TreeMap<>();
        request.data().asMap().forEach((name, value) -> {
            if (!(value instanceof String text) || !text.isBlank()) {
                read(name, value, fields.get(name), workflow, given, unreadable);
            }
        });
        return new RequestFacts(order, request, request.at(), Data.of(given), unreadable);
    }

    private static void read(
            String name,
            Object value,
            @Nullable Field field,
            String workflow,
            Map<String, Object> given,
            Map<String, Reason> unreadable) {
        Reason invalid = Reasons.of(Reason.DATA_INVALID);
        if (field == null) {
            unreadable.put(
                    name,
                    invalid.with("kind", "unknown-field").with("name", name).with("workflow", workflow));
            return;
        }
        try {
            given.put(name, field.canonical(value));
        } catch (IllegalArgumentException e) {
            unreadable.put(name, invalid.with("field", name).with("problem", String.valueOf(e.getMessage())));
        }
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

    /** Whether the request gives a value for a field, be it readable or not. */
    boolean mentions(String field) {
        return given.has(field) || unreadable.containsKey(field);
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
        return given.has(name) ? given.get(name) : order.field(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
