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

    /** The states from which a path leads to a done status. Later steps come later, so going backwards is quick. */
    private BitSet finishing() {
        BitSet finishing = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            finishing.set(state, analysis.statusIndex.isDone(space.position(state)));
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int step = space.steps() - 1; step >= 0; step--) {
                if (finishing.get(space.to(step)) && !finishing.get(space.from(step))) {
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
        problems.add(
                ProblemCode.STUCK_ORDER,
                "statuses/" + status,
                "an order in status " + status + data + " cannot reach a done status: "
                        + new Counterexample(space, analysis.domains).to(state)
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
            if (space.position(other) == position && isAlike(state, other, fields)) {
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
