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
            int place = space.place(state);
            boolean stuck =
                    !finishing.get(state) && analysis.graph.canFinish(place) && place != analysis.places.start();
            if (stuck && !reported.get(place)) {
                reported.set(place);
                report(state, place, finishing);
            }
        }
    }

    /** The states from which a path leads to a done status. Later steps come later, so going backwards is quick. */
    private BitSet finishing() {
        BitSet finishing = new BitSet();
        for (int state = 0; state < space.states(); state++) {
            finishing.set(state, analysis.places.isDone(space.place(state)));
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

    private void report(int state, int place, BitSet finishing) {
        String status = analysis.places.name(place);
        StringJoiner data = new StringJoiner(" and ", " with ", "").setEmptyValue("");
        BitSet telling = telling(state, place, finishing);
        for (int field = telling.nextSetBit(0); field >= 0; field = telling.nextSetBit(field + 1)) {
            data.add(analysis.domains.get(field).show(space.value(state, field)));
        }
        problems.add(
                ProblemCode.STUCK_ORDER,
                "statuses/" + status,
                "an order in status " + status + data + " cannot reach a done status: "
                        + new Counterexample(space, analysis.domains).to(state)
                        + " leads there; add a transition that suits such an order, or keep it from getting there");
    }

    /** The fields that are to blame: whatever the others hold, no order here with the same values in these gets out. */
    private BitSet telling(int state, int place, BitSet finishing) {
        BitSet telling = new BitSet();
        telling.set(0, analysis.domains.size());
        for (int field = 0; field < analysis.domains.size(); field++) {
            telling.clear(field);
            if (someLikeItFinishes(state, place, telling, finishing)) {
                telling.set(field);
            }
        }
        return telling;
    }

    private boolean someLikeItFinishes(int state, int place, BitSet fields, BitSet finishing) {
        for (int other = finishing.nextSetBit(0); other >= 0; other = finishing.nextSetBit(other + 1)) {
            if (space.place(other) == place && isAlike(state, other, fields)) {
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
