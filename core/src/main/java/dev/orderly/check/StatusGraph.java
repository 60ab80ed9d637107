package dev.orderly.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which statuses lead to which, whatever the data. */
final class StatusGraph {

    private final StatusIndex places;
    private final BitSet[] next;
    private final BitSet reachable = new BitSet();
    private final BitSet finishing = new BitSet();

    StatusGraph(StatusIndex places, Moves moves) {
        this.places = places;
        this.next = new BitSet[places.size()];
        for (int place = 0; place < next.length; place++) {
            next[place] = new BitSet();
            for (Move move : moves.leaving(place)) {
                next[place].set(move.target(place));
            }
        }
        reach(places.start());
        finish();
    }

    private void reach(int start) {
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            int place = waiting.remove();
            if (!reachable.get(place)) {
                reachable.set(place);
                next[place].stream().forEach(waiting::add);
            }
        }
    }

    private void finish() {
        int known = -1;
        while (known < finishing.cardinality()) {
            known = finishing.cardinality();
            for (int place = 0; place < next.length; place++) {
                if (places.isDone(place) || next[place].intersects(finishing)) {
                    finishing.set(place);
                }
            }
        }
    }

    /** Tells whether some transition starts an order. */
    boolean hasStart() {
        return !next[places.start()].isEmpty();
    }

    /** Tells whether a path leads from a start to a status; without a start, every status is taken for reachable. */
    boolean isReachable(int place) {
        return !hasStart() || reachable.get(place);
    }

    /** Tells whether a path leads from a status to a done one. */
    boolean canFinish(int place) {
        return finishing.get(place);
    }

    /** Tells whether nothing leads out of a status. */
    boolean isFinal(int place) {
        BitSet elsewhere = (BitSet) next[place].clone();
        elsewhere.clear(place);
        return elsewhere.isEmpty();
    }
}
