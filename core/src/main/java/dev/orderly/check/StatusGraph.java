package dev.orderly.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which statuses lead to which, whatever the data. */
final class StatusGraph {

    private final StatusIndex statusIndex;
    private final BitSet[] next;
    private final BitSet reachable = new BitSet();
    private final BitSet finishing = new BitSet();

    StatusGraph(StatusIndex statusIndex, Moves moves) {
        this.statusIndex = statusIndex;
        this.next = new BitSet[statusIndex.size()];
        for (int position = 0; position < next.length; position++) {
            next[position] = new BitSet();
            for (Move move : moves.leaving(position)) {
                next[position].set(move.target(position));
            }
        }
        reach(statusIndex.start());
        finish();
    }

    private void reach(int start) {
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            int position = waiting.remove();
            if (!reachable.get(position)) {
                reachable.set(position);
                next[position].stream().forEach(waiting::add);
            }
        }
    }

    private void finish() {
        int known = -1;
        while (known < finishing.cardinality()) {
            known = finishing.cardinality();
            for (int position = 0; position < next.length; position++) {
                if (statusIndex.isDone(position) || next[position].intersects(finishing)) {
                    finishing.set(position);
                }
            }
        }
    }

    /** Whether some transition starts an order. */
    boolean hasStart() {
        return !next[statusIndex.start()].isEmpty();
    }

    /** Whether a path leads from a start to a status; without a start, every status is taken for reachable. */
    boolean isReachable(int position) {
        return !hasStart() || reachable.get(position);
    }

    /** Whether a path leads from a status to a done one. */
    boolean canFinish(int position) {
        return finishing.get(position);
    }

    /** Whether nothing leads out of a status. */
    boolean isFinal(int position) {
        BitSet elsewhere = (BitSet) next[position].clone();
        elsewhere.clear(position);
        return elsewhere.isEmpty();
    }
}
