package dev.orderly.decision;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request's data as the workflow's fields read them.
 *
 * @param data the values that could be read, canonical; blank texts count as not given
 * @param wrong the reasons against the others, by field
 */
record Input(Data data, Map<String, Reason> wrong) {

    static final Input NOTHING = new Input(Data.EMPTY, Map.of());

    /** Reads the data of a request; a value that the order has already is not held to the day of the request. */
    static Input read(OrderView order, Request request, Map<String, Field> fields, Workflow workflow) {
        Data given = request.data();
        if (given.isEmpty()) {
            return NOTHING;
        }
        Data values = given; // nearly always they are canonical already, and stay as they are
        Map<String, Reason> wrong = new TreeMap<>();
        for (Map.Entry<String, Object> entry : given.asMap().entrySet()) {
            String name = entry.getKey();
            Object value = entry.getValue();
            Field field = fields.get(name);
            if (value instanceof String text && text.isBlank()) {
                values = values.without(name);
            } else if (field == null) {
                wrong.put(name, unknownField(name, workflow.name()));
                values = values.without(name);
            } else {
                try {
                    Object canonical = field.canonical(value);
                    if (field.isBoundByToday() && !canonical.equals(order.field(name))) {
                        canonical = field.canonical(value, request.at(), workflow.calendar());
                    }
                    values = canonical == value ? values : values.with(name, canonical);
                } catch (IllegalArgumentException e) {
                    wrong.put(name, invalid(name, e));
                    values = values.without(name);
                }
            }
        }
        return new Input(values, wrong);
    }

    boolean isEmpty() {
        return data.isEmpty() && wrong.isEmpty();
    }

    boolean gives(String field) {
        return data.has(field) || wrong.containsKey(field);
    }

    private static Reason unknownField(String name, String workflow) {
        return Reason.of(Reason.DATA_INVALID)
                .with("kind", "unknown-field")
                .with("name", name)
                .with("workflow", workflow);
    }

    private static Reason invalid(String name, IllegalArgumentException e) {
        return Reason.of(Reason.DATA_INVALID).with("field", name).with("problem", String.valueOf(e.getMessage()));
    }
}
