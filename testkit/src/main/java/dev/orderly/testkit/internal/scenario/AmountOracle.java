package dev.orderly.testkit.internal.scenario;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderFacts;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a transition writes into fields, and whether amounts are within their bounds, read off a definition alone. */
public final class AmountOracle {

    private AmountOracle() {}

    /**
     * The request's data with what a transition writes; empty if that cannot be worked out, a comparison does not hold, or a
     * field would be beyond its bound.
     */
    public static Optional<Data> after(Transition transition, Workflow part, OrderView order, Data given) {
        OrderFacts before = new MergedFacts(order, given);
        Money total = OrderedItem.totalOf(order.lines());
        Data after = given;
        for (FieldChange change : transition.changes()) {
            Object operand = change.value() instanceof Reference from ? value(from, before, total) : change.value();
            Object result = operand == null ? null : result(change, operand, before, total);
            Field field = part.field(change.field()).orElseThrow();
            if (result == null || !takes(field, result)) {
                return Optional.empty();
            }
            after = after.with(change.field(), result);
        }
        OrderFacts facts = new MergedFacts(order, after);
        boolean compares = transition.comparisons().stream().allMatch(test -> holds(test, facts, total));
        return compares && overrun(part, facts, total).isEmpty() ? Optional.of(after) : Optional.empty();
    }

    /** The bounds between fields that do not hold, in words. */
    public static List<String> overrun(Workflow part, OrderFacts facts, @Nullable Money total) {
        List<String> overrun = new ArrayList<>();
        for (Field field : part.fields()) {
            for (FieldComparison bound : field.comparisons()) {
                if (facts.field(field.name()) != null && !holds(bound, facts, total)) {
                    overrun.add(bound.words() + ", but it is " + facts.field(field.name()) + " and that is "
                            + value(bound.other(), facts, total));
                }
            }
        }
        return overrun;
    }

    private static @Nullable Object value(Reference reference, OrderFacts facts, @Nullable Money total) {
        return reference.isField() ? facts.field(reference.name()) : total;
    }

    private static boolean takes(Field field, Object value) {
        try {
            field.canonical(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable Object result(
            FieldChange change, Object operand, OrderFacts before, @Nullable Money total) {
        if (change.operation() == FieldChange.Operation.SET) {
            return operand;
        }
        Object old = before.field(change.field());
        if (operand instanceof BigDecimal number) {
            BigDecimal sum = old == null ? number : number.add((BigDecimal) old);
            return sum.precision() > 50
                    ? null
                    : new BigDecimal(sum.stripTrailingZeros().toPlainString());
        }
        Money amount = (Money) operand;
        Money from = old == null ? total : (Money) old;
        if (from != null && !from.currency().equals(amount.currency())) {
            return null;
        }
        BigDecimal sum = old == null ? amount.amount() : amount.amount().add(((Money) old).amount());
        return sum.precision() > 50 ? null : new Money(sum, amount.currency());
    }

    private static boolean holds(FieldComparison test, OrderFacts facts, @Nullable Money total) {
        Object one = facts.field(test.field());
        Object other = value(test.other(), facts, total);
        return one != null && other != null && isOrdered(one, test.operator(), other);
    }

    private static boolean isOrdered(Object one, Operator operator, Object other) {
        if (one instanceof Money a && other instanceof Money b) {
            return a.currency().equals(b.currency())
                    && fits(operator, a.amount().compareTo(b.amount()));
        }
        int order = one instanceof BigDecimal number
                ? number.compareTo((BigDecimal) other)
                : one instanceof LocalDate date
                        ? date.compareTo((LocalDate) other)
                        : ((Instant) one).compareTo((Instant) other);
        return fits(operator, order);
    }

    private static boolean fits(Operator operator, int order) {
        return switch (operator) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
            default -> throw new IllegalArgumentException(operator + " is no order relation");
        };
    }
}
