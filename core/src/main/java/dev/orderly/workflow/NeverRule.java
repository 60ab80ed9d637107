package dev.orderly.workflow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A promise about every path an order can take, proven by the checker: no order whose fields meet {@code when} is ever
 * in status {@code reach} unless one of the events {@code without} has happened to it; or, where {@code after} names
 * events, once one of those has happened. With neither, such an order is never in that status at all.
 *
 * @param reach the status that must not be reached
 * @param without the events of which at least one must have happened before
 * @param after the events of which none may have happened before
 * @param whenFields the conditions on the order's fields at that time
 * @param whenItems the conditions on where its units are at that time
 */
public record NeverRule(
        String reach,
        List<String> without,
        List<String> after,
        List<FieldCondition> whenFields,
        List<ItemCondition> whenItems) {

    public NeverRule {
        without = List.copyOf(without);
        after = List.copyOf(after);
        whenFields = List.copyOf(whenFields);
        whenItems = List.copyOf(whenItems);
    }

    /** A promise that does not look at units. */
    public NeverRule(String reach, List<String> without, List<String> after, List<FieldCondition> whenFields) {
        this(reach, without, after, whenFields, List.of());
    }

    @Override
    public String toString() {
        List<String> conditions = Stream.of(whenFields, whenItems)
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
        return "never reach " + reach
                + (without.isEmpty() ? "" : " without " + String.join(" or ", without))
                + (after.isEmpty() ? "" : " after " + String.join(" or ", after))
                + (conditions.isEmpty() ? "" : " when " + String.join(" and ", conditions));
    }
}
