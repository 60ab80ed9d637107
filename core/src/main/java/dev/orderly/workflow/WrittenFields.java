package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a transition writes into an order's fields at one step.
 *
 * @param fields the fields that it writes
 * @param data their values afterwards, as far as those can be worked out
 * @param missing the fields whose values it takes and the order does not have
 * @param objections what speaks against the rest
 */
public record WrittenFields(Set<String> fields, Data data, List<String> missing, List<Objection> objections) {

    /** Nothing is written. */
    public static final WrittenFields NOTHING = new WrittenFields(Set.of(), Data.EMPTY, List.of(), List.of());

    public WrittenFields {
        fields = Set.copyOf(fields);
        missing = List.copyOf(missing);
        objections = List.copyOf(objections);
    }

    /** Collects the parts. */
    static final class Builder {

        private final Set<String> fields;
        private final List<String> missing = new ArrayList<>();
        private final List<Objection> objections = new ArrayList<>();
        private Data data = Data.EMPTY;

        Builder(Set<String> fields) {
            this.fields = fields;
        }

        void value(String field, Object value) {
            data = data.with(field, value);
        }

        void missing(String field) {
            if (!missing.contains(field)) {
                missing.add(field);
            }
        }

        void objection(Objection objection) {
            objections.add(objection);
        }

        WrittenFields build() {
            return new WrittenFields(fields, data, missing, objections);
        }
    }
}
