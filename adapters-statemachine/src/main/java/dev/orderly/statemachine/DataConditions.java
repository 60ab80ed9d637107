package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions of one transition on data. */
final class DataConditions {

    private static final Map<Operator, String> SIGNS =
            Map.of(Operator.AT_LEAST, "≥ ", Operator.AT_MOST, "≤ ", Operator.MORE_THAN, "> ", Operator.LESS_THAN, "< ");

    private final Transition transition;

    DataConditions(Transition transition) {
        this.transition = transition;
    }

    /** Whether every field has the value that the transition is for. */
    boolean fit(RequestFacts facts) {
        return transition.whenFields().stream().allMatch(test -> test.holds(facts.field(test.field()), facts.number()));
    }

    List<Reason> missing(RequestFacts facts) {
        Set<String> missing = new LinkedHashSet<>();
        transition.needs().stream().filter(field -> !facts.mentions(field)).forEach(missing::add);
        transition.has().stream().filter(field -> isUnknown(field, facts)).forEach(missing::add);
        transition.whenFields().stream()
                .filter(test -> test.operator() != Operator.ABSENT)
                .map(FieldCondition::field)
                .filter(field -> isUnknown(field, facts))
                .forEach(missing::add);
        return missing.isEmpty()
                ? List.of()
                : List.of(Reasons.of(Reason.DATA_MISSING).with("fields", List.copyOf(missing)));
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
                && transition.whenFields().stream()
                        .anyMatch(test -> test.field().equals(field));
        return same || first || transition.writable().contains(field);
    }

    /** A field without a value is missing, which is said elsewhere. */
    List<Reason> unmet(RequestFacts facts) {
        List<Reason> unmet = new ArrayList<>();
        for (FieldCondition test : transition.whenFields()) {
            Object value = facts.field(test.field());
            if (value != null && !test.holds(value, facts.number())) {
                Reason reason = Reasons.of(Reason.CONDITION_NOT_MET)
                        .with("field", test.field())
                        .with("actual", value.toString());
                unmet.add(expecting(test, reason));
            }
        }
        return unmet;
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
