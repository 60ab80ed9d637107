package dev.orderly.check;

import java.util.BitSet;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/** The states from which a path leads to some ends. */
final class WaysTo {

    private final Analysis analysis;
    private final StateSpace space;
    private final BitSet states = new BitSet();

    private WaysTo(Analysis analysis, IntPredicate isEnd, IntPredicate isWay) {
        this.analysis = analysis;
        this.space = analysis.space();
        for (int state = 0; state < space.states(); state++) {
            states.set(state, isEnd.test(state));
        }
        goBackwards(isWay);
    }

    /** The states from which there is a way, whatever the number of units. */
    static WaysTo ends(Analysis analysis, IntPredicate isEnd) {
        return new WaysTo(analysis, isEnd, step -> !analysis.space().isDivided(step));
    }

    /** The states from which there is a way, whatever the number of units and the amounts. */
    static WaysTo certainEnds(Analysis analysis, IntPredicate isEnd) {
        StateSpace space = analysis.space();
        return new WaysTo(analysis, isEnd, step -> !space.isDivided(step) && !space.isUncertain(step));
    }

    /** The states from which there is a way for some number of units. */
    static WaysTo endsOfSome(Analysis analysis, IntPredicate isEnd) {
        return new WaysTo(analysis, isEnd, step -> true);
    }

    /** Later steps come later, so going backwards is quick. */
    private void goBackwards(IntPredicate isWay) {
        boolean more = true;
        while (more) {
            more = false;
            for (int step = space.steps() - 1; step >= 0; step--) {
                boolean leads = states.get(space.to(step)) && isWay.test(step);
                if (leads && !states.get(space.from(step))) {
                    states.set(space.from(step));
                    more = true;
                }
            }
        }
    }

    boolean existFrom(int state) {
        return states.get(state);
    }

    /** What is said of an order that has no way: its status, the data that cause it, and where its units are. */
    String lackedBy(int state) {
        StringJoiner data = new StringJoiner(" and ", " with ", "").setEmptyValue("");
        BitSet decisive = decisive(state);
        for (int field = decisive.nextSetBit(0); field >= 0; field = decisive.nextSetBit(field + 1)) {
            data.add(analysis.domains.get(field).show(space.value(state, field)));
        }
        String units = analysis.items.isEmpty()
                ? ""
                : ", whose units are " + String.join(" and ", analysis.items.names(space.items(state))) + ",";
        return "an order in status " + analysis.statusIndex.name(space.position(state)) + data + units;
    }

    /**
     * The fields that cause it: whatever the others hold, no order in this status with the same values in these has a
     * way.
     */
    private BitSet decisive(int state) {
        BitSet decisive = new BitSet();
        decisive.set(0, analysis.domains.size());
        for (int field = 0; field < analysis.domains.size(); field++) {
            decisive.clear(field);
            if (someLikeItHaveOne(state, decisive)) {
                decisive.set(field);
            }
        }
        return decisive;
    }

    private boolean someLikeItHaveOne(int state, BitSet fields) {
        for (int other = states.nextSetBit(0); other >= 0; other = states.nextSetBit(other + 1)) {
            boolean isSame = space.position(other) == space.position(state) && space.items(other) == space.items(state);
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
