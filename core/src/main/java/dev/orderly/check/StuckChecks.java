package dev.orderly.check;

import java.util.BitSet;

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
    }
}
