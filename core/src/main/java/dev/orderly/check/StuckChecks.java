package dev.orderly.check;

import java.util.BitSet;
import java.util.StringJoiner;

/** Finds orders whose data leave them no way to a done status, though others get out of the same status. */
final class StuckChecks {

    private final Analysis analysis;
    private final StateSpace space;
    private final ProblemCollector problems;

    StuckChecks(Analysis analysis, ProblemCollector problems) {
        this.analysis = analysis;
        this.space = analysis.space();
        this.problems = problems;
    }

    void run() {
        BitSet finishing = finishing();
        BitSet reported = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            int position = space.position(state);
            boolean stuck = !finishing.get(state)
                    && analysis.graph.canFinish(position)
                    && position != analysis.statusIndex.start();
            if (stuck && !reported.get(position)) {
                reported.set(position);
                report(state, position, finishing);
            }
        }
    }

    /** Whether the order is done, and each of its units. */
    private boolean isFinished(int state) {
        return analysis.statusIndex.isDone(space.position(state)) && (space.items(state) & ~analysis.items.done()) == 0;
    }

    /**
     * The states from which a path leads to a done status, whatever the number of units. Later steps come later, so going
     * backwards is quick.
     */
    private BitSet finishing() {
        BitSet finishing = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            finishing.set(state, isFinished(state));
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int step = space.steps() - 1; step >= 0; step--) {
                boolean leads = finishing.get(space.to(step)) && !space.isDivided(step);
                if (leads && !finishing.get(space.from(step))) {
                    finishing.set(space.from(step));
                    more = true;
                }
            }
        }
        return finishing;
    }

    private void report(int state, int position, BitSet finishing) {
        String status = analysis.statusIndex.name(position);
        StringJoiner data = new StringJoiner(" and ", " with ", "").setEmptyValue("");
        BitSet decisive = decisive(state, position, finishing);
        for (int field = decisive.nextSetBit(0); field >= 0; field = decisive.nextSetBit(field + 1)) {
            data.add(analysis.domains.get(field).show(space.value(state, field)));
        }
        String units = analysis.items.isEmpty()
                ? " cannot reach a done status: "
                : ", whose units are " + String.join(" and ", analysis.items.names(space.items(state)))
                        + ", cannot reach a done status in which each unit is done as well: ";
        problems.add(
                ProblemCode.STUCK_ORDER,
                "statuses/" + status,
                "an order in status " + status + data + units
                        + new Counterexample(analysis).to(state)
                        + " leads there; add a transition that suits such an order, or keep it from getting there");
    }

    /**
     * The fields that cause it: whatever the others hold, no order in this status with the same values in these gets
     * out.
     */
    private BitSet decisive(int state, int position, BitSet finishing) {
        BitSet decisive = new BitSet();
        decisive.set(0, analysis.domains.size());
        for (int field = 0; field < analysis.domains.size(); field++) {
            decisive.clear(field);
            if (someLikeItFinishes(state, position, decisive, finishing)) {
                decisive.set(field);
            }
        }
        return decisive;
    }

    private boolean someLikeItFinishes(int state, int position, BitSet fields, BitSet finishing) {
        for (int other = finishing.nextSetBit(0); other >= 0; other = finishing.nextSetBit(other + 1)) {
            boolean isSame = space.position(other) == position && space.items(other) == space.items(state);
            if (isSame && isAlike(state, other, fields)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlike(int state, int other, BitSet fields) {
        for (int field = fields.nextSetBit(0); field >= 0; field = fields.nextSetBit(field + 1)) {
            if (space.value(state, field) != space.value(other, field)) {
                return false;
            }
        }
        return true;
    }
}
