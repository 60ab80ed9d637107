package dev.orderly.check;

import dev.orderly.check.DefinedNames.Kind;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds comparisons between fields, bounds between them, and changes that make no sense. */
final class AmountChecks {

    private final DefinedNames names;
    private final ProblemCollector problems;

    AmountChecks(DefinedNames names, ProblemCollector problems) {
        this.names = names;
        this.problems = problems;
    }

    /** Reports a comparison of fields that do not exist, or have no common order, or that no order can meet. */
    void comparison(FieldComparison test, String path) {
        String place = path + "/" + test.field();
        names.expect(Kind.FIELD, test.field(), place, problems);
        reference(test.other(), place);
        compared(test, place);
    }

    /** Reports the bounds of a field by others that make no sense. */
    void bounds(Field field, String path) {
        for (FieldComparison bound : field.comparisons()) {
            String place = path + "/" + bound.operator().code();
            reference(bound.other(), place);
            compared(bound, place);
        }
    }

    private void compared(FieldComparison test, String place) {
        Field field = names.field(test.field());
        FieldType other = type(test.other());
        if (field == null || other == null) {
            return;
        }
        if (!field.type().isOrdered()) {
            wrong(
                    place,
                    "field " + field.name() + " has type " + field.type().code()
                            + ", which has no order: compare a number, a date, an instant or money");
        } else if (field.type() != other) {
            wrong(
                    place,
                    "field " + field.name() + " has type " + field.type().code() + " and cannot be compared with "
                            + test.other().words() + ", which has type " + other.code());
        } else if (test.other().isField(test.field())) {
            wrong(place, "field " + field.name() + " is compared with itself: name another field");
        } else if (test.other().isField()
                && neverHolds(field, test.operator(), names.field(test.other().name()))) {
            wrong(place, "\"" + test.words() + "\" can never hold by what \"min\" and \"max\" of the two fields allow");
        }
    }

    /** Whether the constant bounds of both fields leave no two values that compare so. */
    private static boolean neverHolds(Field field, Operator operator, @Nullable Field other) {
        if (other == null) {
            return false;
        }
        boolean isUpper = operator == Operator.AT_MOST || operator == Operator.LESS_THAN;
        Object least = value(isUpper ? field.min() : other.min());
        Object most = value(isUpper ? other.max() : field.max());
        if (least == null || most == null) {
            return false;
        }
        Integer order = field.type().compare(least, most);
        boolean isStrict = operator == Operator.LESS_THAN || operator == Operator.MORE_THAN;
        return order == null || order > 0 || (isStrict && order == 0);
    }

    private static @Nullable Object value(@Nullable FieldBound bound) {
        return bound == null ? null : bound.value();
    }

    /** Reports what a transition writes that it cannot. */
    void changes(Transition transition, String path) {
        Set<String> written = new HashSet<>();
        for (FieldChange change : transition.changes()) {
            String place = path + "/" + change.operation().key() + "/" + change.field();
            names.expect(Kind.FIELD, change.field(), place, problems);
            Reference reference = change.reference();
            if (reference != null) {
                reference(reference, place);
            }
            Field field = names.field(change.field());
            if (field != null) {
                target(field, change, transition, written, place);
            }
        }
    }

    private void target(Field field, FieldChange change, Transition transition, Set<String> written, String place) {
        String name = "field " + field.name();
        if (!written.add(field.name())) {
            wrong(place, name + " is written twice by one transition: write it once");
        }
        if (transition.writable().contains(change.field())) {
            wrong(
                    place,
                    name + " is written by the transition, so that no request can give it: take it out of \"needs\","
                            + " \"has\", \"takes\" and \"checklist\"");
        }
        if (change.operation() == Operation.ADD && !canAdd(field)) {
            wrong(
                    place,
                    name + " has type " + field.type().code()
                            + ": only to a number or an amount of money can be added");
            return;
        }
        Reference reference = change.reference();
        FieldType from = reference == null ? null : type(reference);
        if (reference == null) {
            constant(field, change, place);
        } else if (from != null && from != field.type()) {
            wrong(
                    place,
                    name + " has type " + field.type().code() + " and cannot take " + reference.words()
                            + ", which has type " + from.code());
        }
    }

    static boolean canAdd(Field field) {
        return field.type() == FieldType.NUMBER || field.type() == FieldType.MONEY;
    }

    private void constant(Field field, FieldChange change, String place) {
        try {
            Object value = change.operation() == Operation.SET
                    ? field.canonical(change.value())
                    : field.type().canonical(change.value());
            if (value instanceof Money amount && isInAnotherCurrency(field, amount)) {
                wrong(
                        place,
                        "field " + field.name() + " takes no " + amount.currency() + ", so that " + amount
                                + " can never be added");
            }
        } catch (IllegalArgumentException e) {
            wrong(place, "field " + field.name() + " can never have this value: " + e.getMessage());
        }
    }

    private static boolean isInAnotherCurrency(Field field, Money amount) {
        Object least = value(field.min());
        Object most = value(field.max());
        return (least instanceof Money min && !min.currency().equals(amount.currency()))
                || (most instanceof Money max && !max.currency().equals(amount.currency()));
    }

    private void reference(Reference reference, String place) {
        if (reference.isField()) {
            names.expect(Kind.FIELD, reference.name(), place, problems);
        }
    }

    private @Nullable FieldType type(Reference reference) {
        Field field = reference.isField() ? names.field(reference.name()) : null;
        return reference.isField() ? (field == null ? null : field.type()) : FieldType.MONEY;
    }

    private void wrong(String path, String what) {
        problems.add(ProblemCode.WRONG_CONDITION, path, what);
    }
}
