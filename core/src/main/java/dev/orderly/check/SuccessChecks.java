package dev.orderly.check;

import dev.orderly.workflow.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds orders that can only fail although no event has decided so: their data do, or how their units are divided, since others
 * in the same status can still succeed, or since nothing but their start has happened to them.
 */
final class SuccessChecks {

    private final Analysis analysis;
    private final StateSpace space;
    private final WaysTo done;
    private final WaysTo success;
    private final ProblemCollector problems;
    private final List<List<Integer>> hopeful = new ArrayList<>();
    private final BitSet started = new BitSet();

    SuccessChecks(Analysis analysis, WaysTo done, ProblemCollector problems) {
        this.analysis = analysis;
        this.space = analysis.space();
        this.done = done;
        this.success = WaysTo.ends(analysis, this::hasSucceeded);
        this.problems = problems;
        findHopeful(WaysTo.endsOfSome(analysis, this::hasSucceeded));
        for (int step = space.firstStep(0); step < space.firstStep(1); step++) {
            started.set(space.to(step));
        }
    }

    private boolean hasSucceeded(int state) {
        return analysis.isFinished(state) && analysis.statusIndex.outcome(space.position(state)) == Outcome.SUCCESS;
    }

    /** For each status the smallest sets of item statuses of orders that can succeed, with some data. */
    private void findHopeful(WaysTo someSuccess) {
        for (int position = 0; position < analysis.statusIndex.size(); position++) {
            hopeful.add(new ArrayList<>());
        }
        for (int state = 0; state < space.states(); state++) {
            int occupied = space.items(state);
            if (someSuccess.existFrom(state) && !isHopeful(state)) {
                List<Integer> sets = hopeful.get(space.position(state));
                sets.removeIf(set -> (occupied & ~set) == 0);
                sets.add(occupied);
            }
        }
    }

    /** Whether some order in the same status could succeed, with other data or fewer kinds of units. */
    private boolean isHopeful(int state) {
        for (int set : hopeful.get(space.position(state))) {
            if ((set & ~space.items(state)) == 0) {
                return true;
            }
        }
        return false;
    }

    void run() {
        BitSet reported = new BitSet();
        for (int state = 1; state < space.states(); state++) {
            int position = space.position(state);
            boolean lost = !success.existFrom(state) && done.existFrom(state) && !hasEnded(state);
            boolean undecided = started.get(state) || isHopeful(state);
            if (lost && undecided && position < analysis.statusIndex.statuses() && !reported.get(position)) {
                reported.set(position);
                problems.add(
                        ProblemCode.SUCCESS_UNREACHABLE,
                        "statuses/" + analysis.statusIndex.name(position),
                        success.lackedBy(state) + " cannot reach a status with the outcome success"
                                + (analysis.items.isEmpty() ? ": " : " in which each unit is done: ")
                                + new Counterexample(analysis).to(state)
                                + " leads there; add a transition that suits such an order, or keep it from getting there");
            }
        }
    }

    /** Whether the order is at its end, or where an event that failed it has brought it. */
    private boolean hasEnded(int state) {
        int position = space.position(state);
        boolean failed =
                analysis.statusIndex.isDone(position) && analysis.statusIndex.outcome(position) == Outcome.FAILURE;
        return failed || analysis.isFinished(state);
    }
}
