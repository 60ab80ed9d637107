package dev.orderly.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of a status, values of the relevant fields and item statuses with units that an order can reach, and every
 * step between two of them. State 0 is the order that is not placed yet; states are numbered by their distance from it.
 */
final class StateSpace {

    /** How many steps are tried before the search stops: at most a second's work. */
    static final int MOST_STEPS = 200_000;

    private final StatusIndex statusIndex;
    private final Domains domains;
    private final ItemIndex items;
    private final Moves moves;
    private final long[] weights;
    private long itemsWeight;
    private final boolean fits;

    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] codes = new long[256];
    private final IntList firstStep = new IntList();
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private final IntList by = new IntList();
    private final BitSet divided = new BitSet();
    private final BitSet passing = new BitSet();
    private final BitSet restless = new BitSet();
    private final BitSet uncertain = new BitSet();
    private final MoveCoverage coverage;
    private int tried;

    StateSpace(StatusIndex statusIndex, Domains domains, ItemIndex items, Moves moves) {
        this.statusIndex = statusIndex;
        this.domains = domains;
        this.items = items;
        this.moves = moves;
        this.coverage = new MoveCoverage(moves.all().size());
        this.weights = new long[domains.size()];
        this.fits = weigh();
        if (fits) {
            number(statusIndex.start() + items.first() * itemsWeight);
            walk();
        }
    }

    /** Gives each field its weight in a state's code; false if the codes would not fit a long. */
    private boolean weigh() {
        long weight = statusIndex.size();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight;
            if (Long.MAX_VALUE / domains.get(i).size() < weight) {
                return false;
            }
            weight *= domains.get(i).size();
        }
        itemsWeight = weight;
        return Long.MAX_VALUE / items.sets() >= weight;
    }

    private void walk() {
        int[] before = new int[weights.length];
        for (int state = 0; state < numbers.size() && tried <= MOST_STEPS; state++) {
            firstStep.add(from.size());
            for (int i = 0; i < before.length; i++) {
                before[i] = value(state, i);
            }
            int position = position(state);
            int occupied = items(state);
            Move automatic = automatic(state, position, before, occupied);
            passing.set(state, automatic != null);
            for (Move move : moves.leaving(position)) {
                coverage.reached(move, before, occupied);
                if (automatic == null && !move.transition.automatic()) {
                    step(state, position, move, before, occupied);
                } else if (automatic != null && move != automatic) {
                    coverage.fitted(move);
                    coverage.precededBy(move, automatic);
                }
            }
        }
        firstStep.add(from.size());
    }

    /**
     * The automatic steps out of a state, up to the first that is certain to be taken, so that nothing else can happen there; null
     * if none is certain.
     */
    private @Nullable Move automatic(int state, int position, int[] before, int occupied) {
        for (Move move : moves.automatic(position)) {
            int known = from.size();
            step(state, position, move, before, occupied);
            if (from.size() > known && move.isDecidedByData() && move.isCertain(before)) {
                return move;
            }
            if (from.size() > known && move.isDecidedByDataAndAmounts()) {
                restless.set(state);
            }
        }
        return null;
    }

    private void step(int state, int position, Move move, int[] before, int occupied) {
        long[] outcome = move.outcome(before);
        if (outcome != null) {
            step(new Overlay(state, position, move, before, outcome), move, position, occupied);
        }
    }

    /** The steps by one move: the whole one first, then those that leave some units behind, which an automatic one never does. */
    private void step(Overlay overlay, Move move, int position, int occupied) {
        int moving = move.items.moving(occupied);
        if (move.items.isMove() && moving == 0) {
            return;
        }
        int emptied = moving;
        boolean isLast;
        do {
            int after = move.items.after(occupied, emptied);
            if (move.items.holds(after)) {
                coverage.fitted(move);
                overlay.tryWith(emptied, after, emptied != moving, move.target(position));
            }
            isLast = emptied == 0 || move.transition.automatic();
            emptied = emptied - 1 & moving;
        } while (!isLast);
    }

    /** Every request for one move from one state. */
    private final class Overlay {

        private final int state;
        private final Move move;
        private final int[] before;
        private final int[] after;
        private final long[] outcome;
        private final List<Precedence> precedences = new ArrayList<>();
        private final BitSet contested = new BitSet();
        private final boolean isCertain;
        private int emptied;
        private boolean isDivided;

        Overlay(int state, int position, Move move, int[] before, long[] outcome) {
            this.state = state;
            this.move = move;
            this.before = before;
            this.after = before.clone();
            this.outcome = outcome;
            for (Precedence precedence : moves.precedences(move)) {
                if (precedence.earlier.leaves(position)) {
                    precedences.add(precedence);
                }
            }
            for (Move rival : moves.uncertainRivals(move, position)) {
                if (rival.outcome(before) != null) {
                    contested.or(rival.roles());
                }
            }
            isCertain = move.isCertain(before);
        }

        /** Tries all data of a request that leaves these item statuses without units. */
        void tryWith(int emptiedStatuses, int occupied, boolean leavesUnits, int target) {
            emptied = emptiedStatuses;
            isDivided = leavesUnits;
            tryFrom(0, target + occupied * itemsWeight);
        }

        /**
         * Tries the values of a field and all after it; those that the order has come first, for the shortest
         * counterexample.
         */
        void tryFrom(int field, long code) {
            if (tried > MOST_STEPS) {
                return;
            }
            if (field == after.length) {
                tried++;
                step(code);
                return;
            }
            long values = outcome[field];
            if ((values & 1L << before[field]) != 0) {
                choose(field, before[field], code);
            }
            for (long rest = values & ~(1L << before[field]); rest != 0; rest &= rest - 1) {
                choose(field, Long.numberOfTrailingZeros(rest), code);
            }
        }

        private void choose(int field, int value, long code) {
            after[field] = value;
            tryFrom(field + 1, code + value * weights[field]);
        }

        /** Whether an earlier alternative, about which amounts decide, may be taken instead for all of these roles. */
        private boolean isContested(BitSet roles) {
            if (contested.isEmpty()) {
                return false;
            }
            BitSet left = (BitSet) roles.clone();
            left.andNot(contested);
            return left.isEmpty();
        }

        private void step(long code) {
            BitSet roles = move.roles();
            for (Precedence precedence : precedences) {
                if (precedence.isTakenByEarlier(before, after, items(state), emptied)) {
                    roles = (BitSet) roles.clone();
                    roles.andNot(precedence.earlier.roles());
                    if (roles.isEmpty()) {
                        coverage.precededBy(move, precedence.earlier);
                        return;
                    }
                }
            }
            coverage.taken(move);
            divided.set(from.size(), isDivided);
            uncertain.set(from.size(), !isCertain || isContested(roles));
            from.add(state);
            to.add(number(code));
            by.add(move.index);
        }
    }

    private int number(long code) {
        Integer known = numbers.get(code);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == codes.length) {
            codes = Arrays.copyOf(codes, number * 2);
        }
        codes[number] = code;
        numbers.put(code, number);
        return number;
    }

    /** Whether the search visited every state. */
    boolean isComplete() {
        return fits && tried <= MOST_STEPS;
    }

    MoveCoverage coverage() {
        return coverage;
    }

    int states() {
        return numbers.size();
    }

    int position(int state) {
        return (int) (codes[state] % statusIndex.size());
    }

    int value(int state, int field) {
        return (int) (codes[state] / weights[field] % domains.get(field).size());
    }

    /** The item statuses in which an order has units, as a bit mask. */
    int items(int state) {
        return (int) (codes[state] / itemsWeight);
    }

    /** Whether an automatic step is sure to lead out of a state at once, so that no order rests there. */
    boolean isPassing(int state) {
        return passing.get(state);
    }

    /** Whether an order in a state rests there only where its amounts keep an automatic step from being taken. */
    boolean isRestless(int state) {
        return restless.get(state);
    }

    /** Whether a step leaves units behind that could move as well. */
    boolean isDivided(int step) {
        return divided.get(step);
    }

    /** Whether amounts decide about a step that the search does not follow. */
    boolean isUncertain(int step) {
        return uncertain.get(step);
    }

    /** Whether there is such a step. */
    boolean hasUncertainSteps() {
        return !uncertain.isEmpty();
    }

    int steps() {
        return from.size();
    }

    /** The first step out of a state; its steps end where those of the next state begin. */
    int firstStep(int state) {
        return firstStep.get(state);
    }

    int from(int step) {
        return from.get(step);
    }

    int to(int step) {
        return to.get(step);
    }

    Move by(int step) {
        return moves.get(by.get(step));
    }
}
