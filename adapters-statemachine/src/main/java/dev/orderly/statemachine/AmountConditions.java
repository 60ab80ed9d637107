package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transition writes into fields, and the bounds between fields that hold afterwards. */
final class AmountConditions {

    private final Transition transition;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<Field> bounded = new ArrayList<>();

    AmountConditions(Transition transition, List<Field> declared) {
        this.transition = transition;
        for (Field field : declared) {
            fields.put(field.name(), field);
            if (field.atLeast() != null || field.atMost() != null) {
                bounded.add(field);
            }
        }
    }

    /** The facts with what the transition writes laid over them. */
    RequestFacts after(RequestFacts facts) {
        if (transition.changes().isEmpty()) {
            return facts;
        }
        Map<String, Object> results = new HashMap<>();
        for (FieldChange change : transition.changes()) {
            Outcome outcome = outcome(change, facts);
            if (outcome.value != null) {
                results.put(change.field(), outcome.value);
            }
        }
        return facts.writing(transition.written(), Data.of(results));
    }

    /** The fields of which the transition takes the value, and which the request could give but does not. */
    Set<String> missing(RequestFacts facts) {
        Set<String> missing = new LinkedHashSet<>();
        for (FieldChange change : transition.changes()) {
            String missed = outcome(change, facts.unwritten()).missing;
            if (missed != null) {
                missing.add(missed);
            }
        }
        return missing;
    }

    /** What speaks against the values that fields would have. */
    List<Reason> unmet(RequestFacts facts) {
        List<Reason> unmet = new ArrayList<>();
        for (FieldChange change : transition.changes()) {
            Reason reason = outcome(change, facts.unwritten()).against;
            if (reason != null) {
                unmet.add(reason);
            }
        }
        for (Field field : bounded) {
            bound(field, field.atLeast(), Operator.AT_LEAST, facts, unmet);
            bound(field, field.atMost(), Operator.AT_MOST, facts, unmet);
        }
        return unmet;
    }

    private static void bound(
            Field field, @Nullable Reference other, Operator operator, RequestFacts facts, List<Reason> unmet) {
        Object value = facts.field(field.name());
        if (other == null || value == null) {
            return;
        }
        boolean isChanged = isChanged(field.name(), facts) || (other.isField() && isChanged(other.name(), facts));
        Object limit = facts.value(other);
        if (!isChanged || (limit != null && stands(operator, value, limit))) {
            return;
        }
        Reason reason = reason(field.name(), limit == null ? "bound-unknown" : "bound")
                .with("actual", value.toString())
                .with("other", name(other));
        unmet.add(limit == null ? reason : reason.with("expected", DataConditions.SIGNS.get(operator) + limit));
    }

    private static boolean isChanged(String field, RequestFacts facts) {
        return !Objects.equals(facts.field(field), facts.order().field(field));
    }

    /** Whether two values stand in an order relation. */
    static boolean stands(Operator operator, Object value, Object limit) {
        FieldType type = FieldType.ofValue(value);
        Integer order = type == null ? null : type.compare(value, limit);
        if (order == null) {
            return false;
        }
        return switch (operator) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
            default -> throw new IllegalArgumentException(operator + " is no order relation");
        };
    }

    /** Another field, or the total, as reasons name it. */
    static String name(Reference other) {
        return other.isField() ? other.name() : other.toString();
    }

    private Outcome outcome(FieldChange change, RequestFacts facts) {
        Reference from = change.reference();
        Object operand = from == null ? change.value() : facts.value(from);
        if (operand == null) {
            return unknown(change, Objects.requireNonNull(from), facts);
        }
        try {
            Object result = change.operation() == Operation.SET ? operand : sum(change.field(), operand, facts);
            Field field = Objects.requireNonNull(fields.get(change.field()));
            return new Outcome(field.canonical(result), null, null);
        } catch (IllegalArgumentException e) {
            return new Outcome(
                    null,
                    null,
                    reason(change.field(), "sum")
                            .with("value", operand.toString())
                            .with("problem", String.valueOf(e.getMessage())));
        }
    }

    private static Object sum(String field, Object operand, RequestFacts facts) {
        Object before = facts.field(field);
        if (operand instanceof BigDecimal number) {
            BigDecimal sum = before == null ? number : number.add((BigDecimal) before);
            return FieldType.NUMBER.canonical(sum);
        }
        Money amount = (Money) operand;
        Money total = facts.total();
        if (before != null) {
            return ((Money) before).plus(amount);
        }
        return total == null ? amount : new Money(BigDecimal.ZERO, total.currency()).plus(amount);
    }

    private Outcome unknown(FieldChange change, Reference from, RequestFacts facts) {
        if (from.isField() && facts.mentions(from.name())) {
            return new Outcome(null, null, null); // it is given wrongly
        }
        return from.isField() && transition.writable().contains(from.name())
                ? new Outcome(null, from.name(), null)
                : new Outcome(null, null, reason(change.field(), "unknown").with("other", name(from)));
    }

    private static Reason reason(String field, String kind) {
        return Reasons.of(Reason.OUT_OF_BOUNDS).with("kind", kind).with("field", field);
    }

    /**
     * What comes of one change.
     *
     * @param value the field's value afterwards
     * @param missing the field that must be given first
     * @param against what speaks against it
     */
    private record Outcome(
            @Nullable Object value,
            @Nullable String missing,
            @Nullable Reason against) {}
}
