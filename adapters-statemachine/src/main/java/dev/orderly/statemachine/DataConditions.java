package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conditions of one transition on data. */
final class DataConditions {

    /** How reasons write an order relation. */
    static final Map<Operator, String> SIGNS =
            Map.of(Operator.AT_LEAST, "≥ ", Operator.AT_MOST, "≤ ", Operator.MORE_THAN, "> ", Operator.LESS_THAN, "< ");

    private final Transition transition;
    private final AmountConditions amounts;

    DataConditions(Transition transition, AmountConditions amounts) {
        this.transition = transition;
        this.amounts = amounts;
    }

    /** Whether every field has the value that the transition is for. */
    boolean fit(RequestFacts facts) {
        return transition.whenFields().stream().allMatch(test -> test.holds(facts.field(test.field()), facts.number()))
                && transition.comparisons().stream().allMatch(test -> holds(test, facts));
    }

    private static boolean holds(FieldComparison test, RequestFacts facts) {
        Object value = facts.field(test.field());
        Object limit = facts.value(test.other());
        return value != null && limit != null && AmountConditions.stands(test.operator(), value, limit);
    }

    List<Reason> missing(RequestFacts facts) {
        Set<String> missing = new LinkedHashSet<>(amounts.missing(facts));
        transition.needs().stream().filter(field -> !facts.mentions(field)).forEach(missing::add);
        transition.has().stream().filter(field -> isUnknown(field, facts)).forEach(missing::add);
        transition.conditions(Condition.Kind.WHEN).stream()
                .map(DataConditions::asked)
                .filter(field -> field != null && isUnknown(field, facts))
                .forEach(missing::add);
        return missing.isEmpty()
                ? List.of()
                : List.of(Reasons.of(Reason.DATA_MISSING).with("fields", List.copyOf(missing)));
    }

    /** The field that a condition wants to have a value; null for none. */
    private static @Nullable String asked(Condition condition) {
        if (condition instanceof FieldComparison comparison) {
            return comparison.field();
        }
        FieldCondition test = (FieldCondition) condition;
        return test.operator() == Operator.ABSENT ? null : test.field();
    }

    private static boolean isUnknown(String field, RequestFacts facts) {
        return !facts.mentions(field) && facts.order().field(field) == null;
    }

    List<Reason> invalid(RequestFacts facts) {
        List<Reason> invalid = new ArrayList<>(facts.unreadable().values());
        facts.given().asMap().forEach((field, value) -> {
            if (!takes(field, value, facts)) {
                invalid.add(Reasons.of(Reason.DATA_INVALID)
                        .with("kind", "not-taken")
                        .with("event", transition.event())
                        .with("field", field)
                        .with("value", value.toString()));
            }
        });
        return invalid;
    }

    /** A request can give a field again with its own value, and for the first time one that alternatives differ by. */
    private boolean takes(String field, Object value, RequestFacts facts) {
        Object known = facts.order().field(field);
        boolean same = value.equals(known);
        boolean first = known == null
                && Stream.concat(
                                transition.whenFields().stream().map(FieldCondition::field),
                                transition.comparisons().stream().map(FieldComparison::field))
                        .anyMatch(field::equals);
        boolean open = first || transition.writable().contains(field);
        return same || (open && !transition.written().contains(field));
    }

    /** A field without a value is missing, which is said elsewhere. */
    List<Reason> unmet(RequestFacts facts) {
        List<Reason> unmet = new ArrayList<>(amounts.unmet(facts));
        for (Condition condition : transition.conditions(Condition.Kind.WHEN)) {
            if (condition instanceof FieldComparison comparison) {
                compare(comparison, facts, unmet);
            } else {
                test((FieldCondition) condition, facts, unmet);
            }
        }
        return unmet;
    }

    private static void test(FieldCondition test, RequestFacts facts, List<Reason> unmet) {
        Object value = facts.field(test.field());
        if (value != null && !test.holds(value, facts.number())) {
            unmet.add(expecting(test, about(test.field(), value)));
        }
    }

    private static void compare(FieldComparison test, RequestFacts facts, List<Reason> unmet) {
        Object value = facts.field(test.field());
        if (value == null || holds(test, facts)) {
            return;
        }
        Object limit = facts.value(test.other());
        Reason reason = about(test.field(), value).with("other", AmountConditions.name(test.other()));
        unmet.add(
                limit == null
                        ? reason.with("kind", "compared-unknown")
                        : reason.with("kind", "compared").with("expected", SIGNS.get(test.operator()) + limit));
    }

    private static Reason about(String field, Object value) {
        return Reasons.of(Reason.CONDITION_NOT_MET).with("field", field).with("actual", value.toString());
    }

    private static Reason expecting(FieldCondition test, Reason reason) {
        Operator operator = test.operator();
        Reason kind = operator == Operator.IS_NOT || operator == Operator.ABSENT || operator == Operator.ORDER_NUMBER
                ? reason.with("kind", operator.code())
                : reason;
        if (test.values().isEmpty()) {
            return kind;
        }
        String values = test.values().stream().map(Object::toString).collect(Collectors.joining(" / "));
        return kind.with("expected", SIGNS.getOrDefault(operator, "") + values);
    }
}
