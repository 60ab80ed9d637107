package dev.orderly.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of a status and values of the fields that matter which an order can get into, and every step
 * between two of them. State 0 is the order that is not placed yet; states are numbered by their distance from it.
 */
final class StateSpace {

    /** How many steps are tried before the walk gives up: a second's work at most. */
    static final int MOST_STEPS = 200_000;

    private final StatusIndex places;
    private final Domains domains;
    private final Moves moves;
    private final long[] weights;
    private final boolean fits;

    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] codes = new long[256];
    private final IntList firstStep = new IntList();
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private final IntList by = new IntList();
    private final MoveCoverage chances;
    private int tried;

    StateSpace(StatusIndex places, Domains domains, Moves moves) {
        this.places = places;
        this.domains = domains;
        this.moves = moves;
        this.chances = new MoveCoverage(moves.all().size());
        this.weights = new long[domains.size()];
        this.fits = weigh();
        if (fits) {
            number(places.start());
            walk();
        }
    }

    /** Gives each field its weight in a state's code; false if the codes would not fit a long. */
    private boolean weigh() {
        long weight = places.size();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight;
            if (Long.MAX_VALUE / domains.get(i).size() < weight) {
                return false;
            }
            weight *= domains.get(i).size();
        }
        return true;
    }

    private void walk() {
        int[] before = new int[weights.length];
        for (int state = 0; state < numbers.size() && tried <= MOST_STEPS; state++) {
            firstStep.add(from.size());
            for (int i = 0; i < before.length; i++) {
                before[i] = value(state, i);
            }
            int place = place(state);
            for (Move move : moves.leaving(place)) {
                chances.stoodBefore(move, before);
                long[] outcome = move.outcome(before);
                if (outcome != null) {
                    chances.fitted(move);
                    new Overlay(state, place, move, before, outcome).tryFrom(0, move.target(place));
                }
            }
        }
        firstStep.add(from.size());
    }

    /** Every request for one move from one state. */
    private final class Overlay {

        private final int state;
        private final Move move;
        private final int[] before;
        private final int[] after;
        private final long[] outcome;
        private final List<Precedence> rivalries = new ArrayList<>();

        Overlay(int state, int place, Move move, int[] before, long[] outcome) {
            this.state = state;
            this.move = move;
            this.before = before;
            this.after = before.clone();
            this.outcome = outcome;
            for (Precedence rivalry : moves.rivalries(move)) {
                if (rivalry.earlier.leaves(place)) {
                    rivalries.add(rivalry);
                }
            }
        }

        /** Tries the values of a field and all after it; those that the order has come first, for the shortest story. */
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

        private void step(long code) {
            BitSet roles = move.roles();
            for (Precedence rivalry : rivalries) {
                if (rivalry.isTakenByEarlier(before, after)) {
                    roles = (BitSet) roles.clone();
                    roles.andNot(rivalry.earlier.roles());
                    if (roles.isEmpty()) {
                        chances.lost(move, rivalry.earlier);
                        return;
                    }
                }
            }
            chances.taken(move);
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

    /** Tells whether the walk saw everything. */
    boolean isComplete() {
        return fits && tried <= MOST_STEPS;
    }

    MoveCoverage chances() {
        return chances;
    }

    int states() {
        return numbers.size();
    }

    int place(int state) {
        return (int) (codes[state] % places.size());
    }

    int value(int state, int field) {
        return (int) (codes[state] / weights[field] % domains.get(field).size());
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
