package dev.orderly.decision;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.NotBefore;
import dev.orderly.workflow.Objection;
import dev.orderly.workflow.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transition, prepared for deciding. */
final class CompiledTransition {

    private final Transition transition;
    private final Map<String, Guard> guards;
    private final DataRules data;

    /** The conditions that choose among alternatives. */
    private final Condition[] tests;

    /** All conditions; the tests come last, for the fields that they miss are listed last. */
    private final Condition[] conditions;

    CompiledTransition(Transition transition, Map<String, Guard> guards) {
        this.transition = transition;
        this.guards = guards;
        this.data = new DataRules(transition);
        this.tests = transition.whenFields().toArray(new Condition[0]);
        List<Condition> all = new ArrayList<>();
        if (transition.after() != null) {
            all.add(new NotBefore(transition.after()));
        }
        transition.conditions().stream()
                .filter(condition -> condition.kind() != Condition.Kind.WHEN)
                .forEach(all::add);
        all.addAll(transition.whenFields());
        this.conditions = all.toArray(new Condition[0]);
    }

    Transition transition() {
        return transition;
    }

    boolean allows(String role) {
        return transition.allows(role);
    }

    /** Whether the data fit the conditions that distinguish alternatives. */
    boolean fits(Attempt attempt) {
        for (Condition test : tests) {
            if (!test.isMet(attempt)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The fields that must come with the request: those that are missing, and those whose values of now speak against
     * the transition although the request may change them.
     */
    Set<String> asked(Attempt attempt) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> inTheWay = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            if (!condition.isMet(attempt)) {
                String field = condition.missing(attempt);
                String changeable = changeable(condition, attempt);
                if (field != null) {
                    missing.add(field);
                } else if (changeable != null) {
                    inTheWay.add(changeable);
                }
            }
        }
        missing.addAll(inTheWay);
        return missing;
    }

    /** A field by whose value the request can meet a condition; null if there is none. */
    private @Nullable String changeable(Condition condition, Attempt attempt) {
        for (String field : condition.changedBy(attempt)) {
            if (data.isChangeable(field, attempt)) {
                return field;
            }
        }
        return null;
    }

    /** Everything that speaks against the transition, of every kind. */
    void collect(Attempt attempt, Objections objections) {
        data.collect(attempt, objections);
        order(attempt, objections);
        List<String> missing = null;
        for (Condition condition : conditions) {
            if (!condition.isMet(attempt)) {
                String field = condition.missing(attempt);
                if (field == null) {
                    unmet(condition, attempt, objections);
                } else {
                    missing = missing == null ? new ArrayList<>() : missing;
                    if (!missing.contains(field)) {
                        missing.add(field);
                    }
                }
            }
        }
        if (missing != null) {
            objections.missing(Reason.of(Reason.DATA_MISSING).with("fields", List.copyOf(missing)));
        }
    }

    /** What speaks against the transition whatever data come with the request. */
    void lasting(Attempt attempt, Objections objections) {
        order(attempt, objections);
        for (Condition condition : conditions) {
            if (!condition.isMet(attempt)
                    && condition.missing(attempt) == null
                    && changeable(condition, attempt) == null) {
                unmet(condition, attempt, objections);
            }
        }
    }

    private static void unmet(Condition condition, Attempt attempt, Objections objections) {
        Objection objection = condition.objection(attempt);
        if (objection != null) {
            objections.unmet(condition.kind(), Reason.of(objection.code(), objection.params()));
        }
    }

    /** What no workflow says and every transition demands: that it comes after the one before. Then the guards. */
    private void order(Attempt attempt, Objections objections) {
        if (attempt.at().isBefore(attempt.order().lastMove())) {
            objections.unmet(
                    Condition.Kind.NOT_BEFORE,
                    outOfOrder(transition.event(), attempt.at(), attempt.order().lastMove()));
        }
        if (guards.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Guard> guard : guards.entrySet()) {
            ask(guard.getKey(), guard.getValue(), attempt)
                    .ifPresent(reason -> objections.unmet(Condition.Kind.GUARD, reason));
        }
    }

    static Reason outOfOrder(String event, Instant at, Instant last) {
        return Reason.of(Reason.TOO_EARLY)
                .with("kind", "out-of-order")
                .with("event", event)
                .with("at", at)
                .with("last", last);
    }

    private static Optional<Reason> ask(String name, Guard guard, Attempt attempt) {
        Optional<Reason> answer;
        try {
            answer = guard.objection(attempt.order(), attempt.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(broken(name, attempt) + ": a guard must answer, not throw", e);
        }
        if (answer == null) {
            throw new IllegalStateException(
                    broken(name, attempt) + ": it must answer with an Optional, but answered null");
        }
        return answer;
    }

    private static String broken(String guard, Attempt attempt) {
        return "guard \"" + guard + "\" failed for event \"" + attempt.request().event() + "\" of order "
                + attempt.number();
    }
}
