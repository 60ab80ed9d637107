package dev.orderly.check;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Condition.Basis;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds automatic transitions that make no sense, and circles of them: they follow a step in the same write, so that nothing is
 * there that could give data or let time pass.
 */
final class AutomaticChecks {

    private final ProblemCollector problems;

    AutomaticChecks(ProblemCollector problems) {
        this.problems = problems;
    }

    /** What automatic transitions of a workflow, a flow or a case say that makes no sense. */
    void declarations(Workflow workflow) {
        Set<String> requested = new HashSet<>();
        for (Transition transition : workflow.transitions()) {
            if (!transition.automatic()) {
                requested.add(transition.event());
            }
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition transition = workflow.transitions().get(i);
            if (transition.automatic()) {
                check(transition, "transitions/" + i, requested);
            }
        }
    }

    private void check(Transition transition, String path, Set<String> requested) {
        String event = "\"" + transition.event() + "\"";
        if (transition.isInitial()) {
            report(
                    path + "/automatic",
                    event + " starts an order, which nothing can do by itself: take \"automatic\" away");
        }
        if (transition.after() != null) {
            report(
                    path + "/automatic",
                    event + " fires at once when its conditions hold, and \"after\" is a time: keep one of" + " them");
        }
        if (!transition.by().equals(List.of(Workflow.SYSTEM))) {
            report(path + "/by", event + " is automatic, and fires as role system: take \"by\" away");
        }
        if (requested.contains(transition.event())) {
            report(
                    path + "/on",
                    event + " is automatic here and requested elsewhere: give one of the two another name");
        }
        if (!Set.copyOf(transition.has()).containsAll(transition.writable())) {
            report(
                    path + "/automatic",
                    event + " is automatic, so that nothing gives it data: take \"needs\", \"takes\" and"
                            + " \"checklist\" away");
        }
        for (Condition condition : transition.conditions()) {
            if (condition.basis() == Basis.TIME) {
                report(
                        path + "/" + condition.kind().key(),
                        event + " is automatic, so that it is looked at when something"
                                + " happens, not when time has passed: use \"after\" in place of \"automatic\"");
            }
        }
    }

    private void report(String path, String message) {
        problems.add(ProblemCode.WRONG_CONDITION, path, message);
    }

    void circles(Analysis analysis) {
        if (!analysis.isComplete()) {
            circleOfStatuses(analysis);
            return;
        }
        StateSpace space = analysis.space();
        BitSet left = new BitSet();
        BitSet entered = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            List<Integer> circle = circle(space, state, entered, left, new ArrayList<>());
            if (!circle.isEmpty()) {
                Counterexample words = new Counterexample(analysis);
                int first = circle.get(0);
                problems.add(
                        ProblemCode.AUTOMATIC_CIRCLE,
                        "transitions/" + space.by(first).index,
                        "automatic steps go round in a circle: " + words.to(space.from(first)) + ", and then "
                                + words.describe(circle)
                                + " again and again; give one of them a condition that ends it");
                return;
            }
        }
    }

    /** The steps of a circle of automatic steps that can be reached from a state by such; empty if there is none. */
    private static List<Integer> circle(StateSpace space, int state, BitSet entered, BitSet left, List<Integer> path) {
        if (left.get(state)) {
            return List.of();
        }
        entered.set(state);
        for (int step = space.firstStep(state); step < space.firstStep(state + 1); step++) {
            if (space.by(step).transition.automatic()) {
                path.add(step);
                int next = space.to(step);
                if (entered.get(next) && !left.get(next)) {
                    return path.subList(indexFrom(space, path, next), path.size());
                }
                List<Integer> found = circle(space, next, entered, left, path);
                if (!found.isEmpty()) {
                    return found;
                }
                path.remove(path.size() - 1);
            }
        }
        left.set(state);
        return List.of();
    }

    private static int indexFrom(StateSpace space, List<Integer> path, int state) {
        for (int i = 0; i < path.size(); i++) {
            if (space.from(path.get(i)) == state) {
                return i;
            }
        }
        throw new IllegalStateException("state " + state + " is not on the path");
    }

    /** Without the data, any circle of statuses is taken for one. */
    private void circleOfStatuses(Analysis analysis) {
        for (Move move : analysis.moves.all()) {
            if (!move.transition.automatic()) {
                continue;
            }
            BitSet seen = new BitSet();
            List<Integer> waiting = new ArrayList<>();
            move.from().stream().forEach(position -> waiting.add(move.target(position)));
            while (!waiting.isEmpty()) {
                int position = waiting.remove(waiting.size() - 1);
                if (move.leaves(position)) {
                    problems.add(
                            ProblemCode.AUTOMATIC_CIRCLE,
                            "transitions/" + move.index,
                            "automatic steps lead from status " + analysis.statusIndex.name(position) + " by \""
                                    + move.transition.event()
                                    + "\" back to it, and there are too many combinations of values"
                                    + " to see whether their conditions end that: use fewer fields in conditions");
                    return;
                }
                if (!seen.get(position)) {
                    seen.set(position);
                    for (Move next : analysis.moves.leaving(position)) {
                        if (next.transition.automatic()) {
                            waiting.add(next.target(position));
                        }
                    }
                }
            }
        }
    }
}
