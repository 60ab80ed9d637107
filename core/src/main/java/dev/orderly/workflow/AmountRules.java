package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one transition writes into fields, and the bounds between fields that hold after it. Immutable, thread-safe; it
 * trusts the workflow, which the checker has found to add numbers to numbers and money to money.
 */
public final class AmountRules {

    /** The code of an objection to a value that a field would have, or that cannot be worked out. */
    public static final String CODE = "out-of-bounds";

    private final List<FieldChange> changes;
    private final Set<String> writable;
    private final Set<String> written;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<FieldComparison> bounds = new ArrayList<>();

    private AmountRules(Transition transition, Collection<Field> declared) {
        changes = transition.changes();
        writable = transition.writable();
        written = transition.written();
        for (Field field : declared) {
            fields.put(field.name(), field);
            bounds.addAll(field.comparisons());
        }
        Set<String> touched = transition.touched();
        bounds.removeIf(bound -> !touched.contains(bound.field())
                && !(bound.other().isField() && touched.contains(bound.other().name())));
    }

    /** The rules of a transition in a workflow, or a case, with these fields. */
    public static AmountRules of(Transition transition, Collection<Field> fields) {
        return new AmountRules(transition, fields);
    }

    /** Whether there are none: the transition writes nothing, and no bound is about a field that it can change. */
    public boolean isEmpty() {
        return changes.isEmpty() && bounds.isEmpty();
    }

    /** The bounds between fields, each as the comparison that it promises. */
    public List<FieldComparison> bounds() {
        return List.copyOf(bounds);
    }

    /** What a step writes. Pure and total. */
    public WrittenFields write(StepFacts facts) {
        if (changes.isEmpty()) {
            return WrittenFields.NOTHING;
        }
        WrittenFields.Builder all = new WrittenFields.Builder(written);
        for (FieldChange change : changes) {
            write(change, facts, all);
        }
        return all.build();
    }

    private void write(FieldChange change, StepFacts facts, WrittenFields.Builder all) {
        Object operand = change.operand(facts);
        if (operand == null) {
            unknown(change, facts, all);
            return;
        }
        try {
            Field field = fields.get(change.field());
            Object result = change.result(operand, facts);
            all.value(change.field(), field == null ? result : field.canonical(result));
        } catch (IllegalArgumentException e) {
            all.objection(objection("sum", change.field())
                    .with("value", operand.toString())
                    .with("problem", String.valueOf(e.getMessage())));
        }
    }

    /** What the request can give is missing; a value that it gives wrongly is spoken of elsewhere. */
    private void unknown(FieldChange change, StepFacts facts, WrittenFields.Builder all) {
        Reference reference = change.reference();
        if (reference == null || (reference.isField() && facts.gives(reference.name()))) {
            return;
        }
        if (reference.isField() && writable.contains(reference.name())) {
            all.missing(reference.name());
        } else {
            all.objection(objection("unknown", change.field()).with("other", reference.param()));
        }
    }

    /**
     * What the bounds between fields say against an order as it would be.
     *
     * @param facts the order with the request's data and what the transition writes
     * @param isChanged whether the step changes the value of a field; a bound of which it changes neither side is not asked
     */
    public List<Objection> objections(StepFacts facts, Predicate<String> isChanged) {
        List<Objection> objections = new ArrayList<>();
        for (FieldComparison bound : bounds) {
            Reference other = bound.other();
            boolean touched = isChanged.test(bound.field()) || (other.isField() && isChanged.test(other.name()));
            Object value = touched ? facts.field(bound.field()) : null;
            if (value != null && !bound.isMet(facts)) {
                objections.add(broken(bound, value, other.in(facts)));
            }
        }
        return objections;
    }

    private static Objection broken(FieldComparison bound, Object value, @Nullable Object limit) {
        Objection broken = limit == null
                ? objection("bound-unknown", bound.field())
                : objection("bound", bound.field()).with("expected", FieldCondition.expected(bound.operator(), limit));
        return broken.with("actual", value.toString())
                .with("other", bound.other().param());
    }

    private static Objection objection(String kind, String field) {
        return new Objection(CODE, Map.of("kind", kind, "field", field));
    }
}
