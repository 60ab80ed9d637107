package dev.orderly.workflow;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transition writes into a field by itself. Several changes of one transition all look at the order as it was
 * before, with the request's data laid over it.
 *
 * @param field the field's name
 * @param operation whether the value is added to the field's or put in its place
 * @param value the value: a constant, canonical for the field's type, or a {@link Reference}
 */
public record FieldChange(String field, Operation operation, Object value) {

    /** How a value changes a field. */
    public enum Operation {
        /** It is added to the field's; a field without a value counts as zero. */
        ADD("add"),
        /** It is put in the place of the field's. */
        SET("set");

        private final String key;

        Operation(String key) {
            this.key = key;
        }

        /** The key in workflow files. */
        public String key() {
            return key;
        }
    }

    /** A change that puts a constant, or what a {@link Reference} names, in the place of a field's value. */
    public static FieldChange set(String field, Object value) {
        return new FieldChange(field, Operation.SET, value);
    }

    /** A change that adds a constant, or what a {@link Reference} names, to a field's value. */
    public static FieldChange add(String field, Object value) {
        return new FieldChange(field, Operation.ADD, value);
    }

    FieldChange canonical(Field declared) {
        return value instanceof Reference ? this : new FieldChange(field, operation, declared.canonicalOrSame(value));
    }

    /** What its value comes from; null where it is a constant. */
    public @Nullable Reference reference() {
        return value instanceof Reference reference ? reference : null;
    }

    /** The value that is added or set now; null where the order does not have it. */
    public @Nullable Object operand(StepFacts facts) {
        return value instanceof Reference reference ? reference.in(facts) : value;
    }

    /**
     * The field's value afterwards.
     *
     * @param operand what is added or set, canonical
     * @param facts the order before
     *
     * @throws IllegalArgumentException with a sentence that says why there is none: two currencies, or more than 50 digits
     */
    Object result(Object operand, StepFacts facts) {
        if (operation == Operation.SET) {
            return operand;
        }
        Object before = facts.field(field);
        if (operand instanceof Money amount) {
            return sum((Money) before, amount, facts.total());
        }
        BigDecimal number = (BigDecimal) operand;
        return before == null ? number : FieldType.plain(((BigDecimal) before).add(number));
    }

    /** Nothing is nothing of the order's currency. */
    private static Money sum(@Nullable Money before, Money amount, @Nullable Money total) {
        Money from = before != null
                ? before
                : new Money(BigDecimal.ZERO, total == null ? amount.currency() : total.currency());
        return from.plus(amount);
    }

    /** The words of changes, such as {@code refunded + amount}, each of one field. */
    public static List<String> words(List<FieldChange> changes) {
        return changes.stream().map(FieldChange::toString).toList();
    }

    @Override
    public String toString() {
        String text = value instanceof Reference reference ? reference.words() : value.toString();
        return field + (operation == Operation.ADD ? " + " : " = ") + text;
    }
}
