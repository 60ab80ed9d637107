package dev.orderly.decision;

import dev.orderly.order.Line;
import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.NotBefore;
import dev.orderly.workflow.Objection;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One transition, prepared for deciding. */
final class CompiledTransition {

    /** The kinds of conditions that a request can meet by naming other units. */
    private static final Set<Condition.Kind> CHOSEN =
            EnumSet.of(Condition.Kind.WHEN_ITEMS, Condition.Kind.LINES_AVAILABLE);

    private final Transition transition;
    private final Map<String, Guard> guards;
    private final DataRules data;
    private final AmountRules amounts;
    private final @Nullable AmountSearch search;

    /** The conditions that choose among alternatives. */
    private final Condition[] tests;

    /** All conditions; those on data come last, for the fields that they miss are listed last. */
    private final Condition[] conditions;

    CompiledTransition(Transition transition, Map<String, Guard> guards, List<Field> fields) {
        this.transition = transition;
        this.guards = guards;
        this.data = new DataRules(transition);
        this.amounts = AmountRules.of(transition, fields);
        this.search =
                amounts.isEmpty() && transition.comparisons().isEmpty() ? null : new AmountSearch(this, data, fields);
        this.tests = Stream.of(
                        transition.conditions(Condition.Kind.WHEN), transition.whenItems(), transition.whenFlows())
                .flatMap(List::stream)
                .toArray(Condition[]::new);
        List<Condition> all = new ArrayList<>();
        if (transition.after() != null) {
            all.add(new NotBefore(transition.after()));
        }
        transition.conditions().stream()
                .filter(condition -> condition.kind() != Condition.Kind.WHEN)
                .forEach(all::add);
        all.addAll(transition.conditions(Condition.Kind.WHEN));
        this.conditions = all.toArray(new Condition[0]);
    }

    Transition transition() {
        return transition;
    }

    /** An attempt as it is by this transition. */
    Attempt own(Attempt attempt) {
        ItemMove move = transition.itemMove();
        Attempt own = move == null ? attempt : attempt.moving(move);
        return transition.changes().isEmpty() ? own : own.writing(amounts.write(attempt));
    }

    /** What it writes, and the bounds between fields that hold after it. */
    AmountRules amounts() {
        return amounts;
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
        Set<String> missing = new LinkedHashSet<>(attempt.written().missing());
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
        if (search != null) {
            missing.addAll(search.given(attempt));
        }
        return missing;
    }

    /** A field by whose value the request can meet a condition; null if there is none. */
    private @Nullable String changeable(Condition condition, Attempt attempt) {
        for (String field : condition.changedBy(attempt)) {
            if (data.isChangeable(field, attempt)) {
                return field;
            }
            for (FieldChange change : transition.changes()) {
                Reference source = change.field().equals(field) ? change.reference() : null;
                if (source != null && source.isField() && data.isChangeable(source.name(), attempt)) {
                    return source.name();
                }
            }
        }
        return null;
    }

    /** Everything that speaks against the transition, of every kind. */
    void collect(Attempt attempt, Objections objections) {
        data.collect(attempt, objections);
        items(attempt, objections);
        order(attempt, objections);
        List<String> missing = attempt.written().missing().isEmpty()
                ? null
                : new ArrayList<>(attempt.written().missing());
        amounts(attempt, objections);
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
        items(attempt, objections);
        order(attempt, objections);
        if (search != null) {
            search.lasting(attempt, objections);
        }
        boolean canChoose = canChooseItems(attempt);
        for (Condition condition : conditions) {
            boolean changes = condition.missing(attempt) != null
                    || changeable(condition, attempt) != null
                    || (canChoose && CHOSEN.contains(condition.kind()));
            if (!changes && !condition.isMet(attempt)) {
                unmet(condition, attempt, objections);
            }
        }
    }

    /** Whether a request can name units such that the conditions on units and their lines are met. */
    private boolean canChooseItems(Attempt attempt) {
        ItemMove move = transition.itemMove();
        if (move == null) {
            return false;
        }
        Set<String> waiting = waiting(attempt);
        return ItemSelection.canMeet(
                transition.whenItems(), move, attempt.order().items(), line -> !waiting.contains(line));
    }

    /** The lines that the transition asks for and that are not available yet. */
    private Set<String> waiting(Attempt attempt) {
        if (!transition.linesAvailable()) {
            return Set.of();
        }
        LocalDate today = attempt.calendar().dateOf(attempt.at());
        Set<String> waiting = new HashSet<>();
        for (Line line : attempt.order().lines()) {
            if (!line.isAvailableOn(today)) {
                waiting.add(line.id());
            }
        }
        return waiting;
    }

    /** Adds how many units of each line can move now; where alternatives differ, the most. */
    void movable(Attempt attempt, Map<String, Integer> items) {
        ItemMove move = transition.itemMove();
        ItemCounts counts = attempt.order().items();
        if (move != null) {
            Set<String> waiting = waiting(attempt);
            for (String line : counts.lines()) {
                int available = move.available(counts, line);
                if (available > 0 && !waiting.contains(line)) {
                    items.merge(line, available, Math::max);
                }
            }
        }
    }

    /** What speaks against the units that a request names. */
    private void items(Attempt attempt, Objections objections) {
        ItemSelection selection = attempt.selection();
        if (selection == null) {
            if (!attempt.request().items().isEmpty()) {
                objections.wrong(Reason.of(Reason.DATA_INVALID)
                        .with("event", transition.event())
                        .with("kind", "no-items")
                        .with("field", "items"));
            }
        } else if (!selection.wrong().isEmpty()) {
            selection.wrong().forEach(objections::wrong);
        } else if (selection.moves().isEmpty()) {
            objections.unmet(
                    Condition.Kind.WHEN_ITEMS,
                    Reason.of(Reason.NOT_SO_MANY).with("kind", "none").with("event", transition.event()));
        }
    }

    /** What speaks against the values that fields would have. */
    void amounts(Attempt attempt, Objections objections) {
        for (Objection objection : attempt.written().objections()) {
            objections.unmet(Condition.Kind.WHEN, Reason.of(objection.code(), objection.params()));
        }
        if (!amounts.isEmpty()) {
            for (Objection objection : amounts.objections(attempt, attempt::isChanged)) {
                objections.unmet(Condition.Kind.WHEN, Reason.of(objection.code(), objection.params()));
            }
        }
    }

    static void unmet(Condition condition, Attempt attempt, Objections objections) {
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
