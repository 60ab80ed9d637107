package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Picks values of a field such that every value that the field can have meets the same conditions as one of them: the
 * constants of the conditions, and one from each gap around them.
 */
final class EquivalenceClasses {

    /**
     * One value that stands for many.
     *
     * @param value the value
     * @param shown the value as messages show it
     */
    record Value(Object value, String shown) {}

    /** Stands for an order's number, and so cannot be a text that a condition compares with. */
    static final String ORDER_NUMBER = "\u0000order-number";

    private EquivalenceClasses() {}

    static List<Value> of(Field field, List<FieldCondition> tests) {
        List<Object> constants =
                tests.stream().flatMap(test -> test.values().stream()).toList();
        List<Value> values = new ArrayList<>();
        field.type().representatives(field, constants).forEach((value, shown) -> values.add(new Value(value, shown)));
        if (tests.stream().anyMatch(test -> test.operator() == Operator.ORDER_NUMBER)) {
            values.add(values.size() - 1, new Value(ORDER_NUMBER, "the order's number")); // before "anything else"
        }
        return values;
    }
}
