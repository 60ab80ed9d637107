package dev.orderly.decision;

import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Transition;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which data a request may give with one transition. */
final class DataRules {

    private final String event;
    private final Set<String> writable;
    private final Set<String> written;
    private final Set<String> tested = new HashSet<>();
    private final Set<String> askedFirst = new HashSet<>();

    DataRules(Transition transition) {
        event = transition.event();
        writable = Set.copyOf(transition.writable());
        written = Set.copyOf(transition.written());
        for (FieldCondition test : transition.whenFields()) {
            tested.add(test.field());
            if (test.asks()) {
                askedFirst.add(test.field());
            }
        }
        for (FieldComparison test : transition.comparisons()) {
            tested.add(test.field());
            askedFirst.add(test.field());
        }
    }

    /** What speaks against the data themselves. */
    void collect(Attempt attempt, Objections objections) {
        if (attempt.input().isEmpty()) {
            return;
        }
        for (Reason wrong : attempt.input().wrong().values()) {
            objections.wrong(wrong);
        }
        for (Map.Entry<String, Object> given : attempt.data().asMap().entrySet()) {
            if (!mayGive(given.getKey(), given.getValue(), attempt)) {
                objections.wrong(Reason.of(Reason.DATA_INVALID)
                        .with("event", event)
                        .with("kind", "not-taken")
                        .with("field", given.getKey())
                        .with("value", given.getValue().toString()));
            }
        }
    }

    private boolean mayGive(String field, Object value, Attempt attempt) {
        boolean isWritten = written.contains(field);
        if (!isWritten && writable.contains(field)) {
            return true;
        }
        Object before = attempt.order().field(field);
        return before == null ? !isWritten && tested.contains(field) : before.equals(value);
    }

    /** Whether a request can change what the order has; a field that is compared can be given while it has no value. */
    boolean isChangeable(String field, Attempt attempt) {
        return !written.contains(field)
                && (writable.contains(field)
                        || (askedFirst.contains(field) && attempt.order().field(field) == null));
    }
}
