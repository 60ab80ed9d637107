package dev.orderly.decision;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
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

    static Input read(Data given, Map<String, Field> fields, String workflow) {
        if (given.isEmpty()) {
            return NOTHING;
        }
        Data values = Data.EMPTY;
        Map<String, Reason> wrong = new TreeMap<>();
        for (Map.Entry<String, Object> entry : given.asMap().entrySet()) {
            String name = entry.getKey();
            Field field = fields.get(name);
            if (entry.getValue() instanceof String text && text.isBlank()) {
                continue;
            }
            if (field == null) {
                wrong.put(name, unknownField(name, workflow));
                continue;
            }
            try {
                values = values.with(name, field.canonical(entry.getValue()));
            } catch (IllegalArgumentException e) {
                wrong.put(name, invalid(name, e));
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
