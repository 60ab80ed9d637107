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

/** What one transition asks of data. */
final class DataConditions {

    private static final Map<Operator, String> SIGNS =
            Map.of(Operator.AT_LEAST, "≥ ", Operator.AT_MOST, "≤ ", Operator.MORE_THAN, "> ", Operator.LESS_THAN, "< ");

    private final Transition transition;

    DataConditions(Transition transition) {
        this.transition = transition;
    }

    /** Tells whether every field has the value that the transition is for. */
    boolean fit(RequestFacts offer) {
        return transition.when().stream().allMatch(test -> test.holds(offer.field(test.field()), offer.number()));
    }

    List<Reason> missing(RequestFacts offer) {
        Set<String> missing = new LinkedHashSet<>();
        transition.needs().stream().filter(field -> !offer.mentions(field)).forEach(missing::add);
        transition.has().stream().filter(field -> isUnknown(field, offer)).forEach(missing::add);
        transition.when().stream()
                .filter(test -> test.operator() != Operator.ABSENT)
                .map(FieldCondition::field)
                .filter(field -> isUnknown(field, offer))
                .forEach(missing::add);
        return missing.isEmpty()
                ? List.of()
                : List.of(Reasons.of(Reason.DATA_MISSING).with("fields", List.copyOf(missing)));
    }

    private static boolean isUnknown(String field, RequestFacts offer) {
        return !offer.mentions(field) && offer.order().field(field) == null;
    }

    List<Reason> invalid(RequestFacts offer) {
        List<Reason> invalid = new ArrayList<>(offer.unreadable().values());
        offer.given().asMap().forEach((field, value) -> {
            if (!takes(field, value, offer)) {
                invalid.add(Reasons.of(Reason.DATA_INVALID)
                        .with("kind", "not-taken")
                        .with("event", transition.event())
                        .with("field", field)
                        .with("value", value.toString()));
            }
        });
        return invalid;
    }

    /** A field can be said again as it is, and one that tells alternatives apart can be said for the first time. */
    private boolean takes(String field, Object value, RequestFacts offer) {
        Object known = offer.order().field(field);
        boolean same = value.equals(known);
        boolean first = known == null
                && transition.when().stream().anyMatch(test -> test.field().equals(field));
        return same || first || transition.writable().contains(field);
    }

    /** A field without a value is missing, which is said elsewhere. */
    List<Reason> unmet(RequestFacts offer) {
        List<Reason> unmet = new ArrayList<>();
        for (FieldCondition test : transition.when()) {
            Object value = offer.field(test.field());
            if (value != null && !test.holds(value, offer.number())) {
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
