package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transition writes into the fields that matter. A constant that is set or added is followed; what another field or
 * a total gives may be any value.
 */
final class Written {

    private final Domains domains;
    private final Map<Integer, FieldChange> changes = new HashMap<>();
    private final long fields;
    private final boolean isCertain;

    Written(Transition transition, Domains domains, DefinedNames names) {
        this.domains = domains;
        boolean certain = true;
        long mask = 0;
        for (FieldChange change : transition.changes()) {
            Field field = names.field(change.field());
            int index = domains.indexOf(change.field());
            if (field == null) {
                continue;
            }
            if (index >= 0 && (change.operation() == Operation.SET || AmountChecks.canAdd(field))) {
                changes.put(index, change);
                mask |= 1L << index;
            }
            certain &= isCertain(change, field, index, transition, names);
        }
        this.fields = mask;
        this.isCertain = certain;
    }

    /** Whether nothing can speak against a change, whatever the order has; a request can give what suits. */
    private static boolean isCertain(
            FieldChange change, Field field, int index, Transition transition, DefinedNames names) {
        Reference reference = change.reference();
        boolean isSum = change.operation() == Operation.ADD;
        if (reference == null && !isSum) {
            return true;
        }
        boolean isFree = index < 0 && isUnbounded(field) && !(isSum && field.type() == FieldType.MONEY);
        if (reference == null) {
            return isFree || (index >= 0 && field.type() == FieldType.NUMBER);
        }
        Field source = reference.isField() ? names.field(reference.name()) : null;
        boolean isGiven =
                source != null && isUnbounded(source) && transition.writable().contains(reference.name());
        boolean isOfNoCurrency = index < 0 && isUnbounded(field) && field.type() == FieldType.MONEY;
        return isGiven && (isFree || isOfNoCurrency);
    }

    private static boolean isUnbounded(Field field) {
        return field.min() == null && field.max() == null;
    }

    /** The fields that matter and that it writes, with one bit for each. */
    long fields() {
        return fields;
    }

    boolean writes(int field) {
        return (fields & 1L << field) != 0;
    }

    /** The values that a field, which it writes, can have afterwards; none where that is refused. */
    long after(int field, int before) {
        FieldChange change = changes.get(field);
        Domain domain = domains.get(field);
        if (change == null || change.reference() != null) {
            return domain.present();
        }
        @Nullable Object constant = domain.read(change.value());
        if (constant == null) {
            return domain.present();
        }
        return change.operation() == Operation.SET ? domain.holding(constant) : domain.after(before, constant);
    }

    /** Whether it always works out from an order with these values, and to one outcome in each field that matters. */
    boolean isCertain(int[] before) {
        if (!isCertain) {
            return false;
        }
        for (Map.Entry<Integer, FieldChange> change : changes.entrySet()) {
            int field = change.getKey();
            if (Long.bitCount(after(field, before[field])) != 1
                    || !isAlwaysTaken(change.getValue(), domains.get(field), before[field])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlwaysTaken(FieldChange change, Domain domain, int before) {
        Object constant = change.reference() == null ? domain.read(change.value()) : null;
        return change.operation() == Operation.SET || (constant != null && domain.isAlwaysTaken(before, constant));
    }

    /** Whether it only sets constants, so that it works out from every order. */
    boolean isConstant() {
        return isCertain && changes.values().stream().allMatch(change -> change.operation() == Operation.SET);
    }
}
