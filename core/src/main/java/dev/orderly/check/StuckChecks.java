package dev.orderly.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds orders whose data leave them no way to a done status, though others get out of the same status. */
final class StuckChecks {

    private final Analysis analysis;
    private final StateSpace space;
    private final WaysTo done;
    private final ProblemCollector problems;

    StuckChecks(Analysis analysis, WaysTo done, ProblemCollector problems) {
        this.analysis = analysis;
        this.space = analysis.space();
        this.done = done;
        this.problems = problems;
    }

    void run() {
        BitSet reported = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            int position = space.position(state);
            boolean stuck = !done.existFrom(state)
                    && analysis.graph.canFinish(position)
                    && position < analysis.statusIndex.statuses();
            if (stuck && !reported.get(position)) {
                reported.set(position);
                problems.add(
                        ProblemCode.STUCK_ORDER,
                        "statuses/" + analysis.statusIndex.name(position),
                        done.lackedBy(state) + " cannot reach a done status"
                                + (analysis.items.isEmpty() ? ": " : " in which each unit is done as well: ")
                                + new Counterexample(analysis).to(state)
                                + " leads there; add a transition that suits such an order, or keep it from getting there");
            }
        }
        if (space.hasUncertainSteps()) {
            uncertain(WaysTo.certainEnds(analysis, analysis::isCertainlyFinished), reported);
        }
    }

    /** Names the statuses in which an order can only hope that its amounts let it out. */
    private void uncertain(WaysTo certain, BitSet reported) {
        for (int state = 0; state < space.states(); state++) {
            int position = space.position(state);
            boolean hopes =
                    done.existFrom(state) && !certain.existFrom(state) && position < analysis.statusIndex.statuses();
            if (hopes && !reported.get(position)) {
                reported.set(position);
                problems.add(
                        ProblemCode.UNCERTAIN_WAY_OUT,
                        "statuses/" + analysis.statusIndex.name(position),
                        "whether an order in status " + analysis.statusIndex.name(position)
                                + " reaches a done status depends on its amounts, which are not followed: \""
                                + uncertainMove(state).transition
                                + "\" compares or adds them; add a transition without that, or suppress this and say"
                                + " why it always fits");
            }
        }
    }

    /** A nearest move that amounts decide about: one that leads on, or one that keeps the order from resting at its end. */
    private Move uncertainMove(int state) {
        BitSet seen = new BitSet();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(state));
        while (!waiting.isEmpty()) {
            int next = waiting.remove();
            boolean mayRest = analysis.isFinished(next) && space.isRestless(next);
            for (int step = space.firstStep(next); step < space.firstStep(next + 1); step++) {
                boolean leadsOn = space.isUncertain(step) && done.existFrom(space.to(step));
                if (leadsOn || (mayRest && space.by(step).transition.automatic())) {
                    return space.by(step);
                }
                if (!seen.get(space.to(step))) {
                    seen.set(space.to(step));
                    waiting.add(space.to(step));
                }
            }
        }
        throw new IllegalStateException("an order that certain steps do not lead to its end needs uncertain ones");
    }
}
