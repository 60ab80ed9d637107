package dev.orderly.decision;

import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which data one transition asks for, takes, and depends on. */
final class DataRules {

    private final Transition transition;
    private final Set<String> writable;
    private final Set<String> tested = new HashSet<>();
    private final boolean asks;

    DataRules(Transition transition) {
        this.transition = transition;
        this.writable = Set.copyOf(transition.writable());
        transition.whenFields().forEach(test -> tested.add(test.field()));
        this.asks = !(transition.needs().isEmpty()
                && transition.has().isEmpty()
                && transition.whenFields().isEmpty());
    }

    /** Whether the request's and the order's data fit the conditions that distinguish alternatives. */
    boolean fit(Attempt attempt) {
        for (FieldCondition test : transition.whenFields()) {
            if (!test.holds(attempt.field(test.field()), attempt.number())) {
                return false;
            }
        }
        return true;
    }

    /** The fields that must come with the request because the order does not have them. */
    private List<String> missing(Attempt attempt) {
        List<String> missing = List.of();
        for (String field : transition.needs()) {
            missing = attempt.input().gives(field) ? missing : add(missing, field);
        }
        for (String field : transition.has()) {
            missing = attempt.knows(field) ? missing : add(missing, field);
        }
        for (FieldCondition test : transition.whenFields()) {
            boolean asks = test.operator() != FieldCondition.Operator.ABSENT;
            missing = !asks || attempt.knows(test.field()) ? missing : add(missing, test.field());
        }
        return missing;
    }

    /** The missing fields, and those whose values of now are in the way although the request may change them. */
    List<String> asked(Attempt attempt) {
        List<String> asked = missing(attempt);
        for (FieldCondition test : transition.whenFields()) {
            if (isChangeable(test) && !test.holds(attempt.field(test.field()), attempt.number())) {
                asked = add(asked, test.field());
            }
        }
        return asked;
    }

    /** What speaks against the transition whatever data come with the request. */
    void lasting(Attempt attempt, Objections objections) {
        for (FieldCondition test : transition.whenFields()) {
            if (!isChangeable(test)) {
                condition(test, attempt, objections);
            }
        }
    }

    private boolean isChangeable(FieldCondition test) {
        return writable.contains(test.field()) && test.operator() != FieldCondition.Operator.ABSENT;
    }

    private static List<String> add(List<String> before, String field) {
        if (before.contains(field)) {
            return before;
        }
        List<String> after = new ArrayList<>(before);
        after.add(field);
        return List.copyOf(after);
    }

    /** Speaks against the transition where the value that is there does not meet a condition. */
    private static void condition(FieldCondition test, Attempt attempt, Objections objections) {
        Object value = attempt.field(test.field());
        boolean open = value == null && test.operator() != FieldCondition.Operator.ABSENT;
        if (open || test.holds(value, attempt.number())) {
            return;
        }
        Reason reason =
                Reason.of(Reason.CONDITION_NOT_MET).with("field", test.field()).with("actual", String.valueOf(value));
        objections.add(ReasonPriority.CONDITION_NOT_MET, expecting(reason, test));
    }

    /** Everything about data that speaks against the transition. */
    void collect(Attempt attempt, Objections objections) {
        if (!asks && attempt.input().isEmpty()) {
            return;
        }
        List<String> missing = missing(attempt);
        if (!missing.isEmpty()) {
            objections.add(
                    ReasonPriority.DATA_MISSING, Reason.of(Reason.DATA_MISSING).with("fields", missing));
        }
        for (Reason wrong : attempt.input().wrong().values()) {
            objections.add(ReasonPriority.DATA_INVALID, wrong);
        }
        for (Map.Entry<String, Object> given : attempt.data().asMap().entrySet()) {
            if (!mayGive(given.getKey(), given.getValue(), attempt)) {
                objections.add(
                        ReasonPriority.DATA_INVALID,
                        Reason.of(Reason.DATA_INVALID)
                                .with("event", transition.event())
                                .with("kind", "not-taken")
                                .with("field", given.getKey())
                                .with("value", given.getValue().toString()));
            }
        }
        for (FieldCondition test : transition.whenFields()) {
            condition(test, attempt, objections);
        }
    }

    private boolean mayGive(String field, Object value, Attempt attempt) {
        if (writable.contains(field)) {
            return true;
        }
        Object before = attempt.order().field(field);
        return before == null ? tested.contains(field) : before.equals(value);
    }

    /** What a value should be is said by numbers and words of the workflow, or else by a sentence of its own. */
    private static Reason expecting(Reason reason, FieldCondition test) {
        return switch (test.operator()) {
            case IS, PRESENT -> reason.with("expected", joined(test));
            case IS_NOT -> reason.with("kind", "is-not").with("expected", joined(test));
            case ABSENT -> reason.with("kind", "absent");
            case ORDER_NUMBER -> reason.with("kind", "order-number");
            case AT_LEAST -> reason.with("expected", "≥ " + joined(test));
            case AT_MOST -> reason.with("expected", "≤ " + joined(test));
            case MORE_THAN -> reason.with("expected", "> " + joined(test));
            case LESS_THAN -> reason.with("expected", "< " + joined(test));
        };
    }

    private static String joined(FieldCondition test) {
        return String.join(" / ", test.values().stream().map(Object::toString).toList());
    }
}
