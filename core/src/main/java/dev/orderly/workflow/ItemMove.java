package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * What a transition does with units: those that a request names, or all that can move, go from one item status to another. At
 * least one unit moves, or the transition is refused.
 *
 * @param from the item statuses from which units are taken; of a line that has units in several, those in the first of them go
 *     first
 * @param to the item status to which they go
 */
public record ItemMove(List<String> from, String to) {

    public ItemMove {
        from = List.copyOf(from);
        if (from.isEmpty()) {
            throw new IllegalArgumentException("units move from an item status: name at least one");
        }
        if (from.contains(to)) {
            throw new IllegalArgumentException("units cannot move from " + to + " to " + to);
        }
    }

    /** The move from one item status to another. */
    public static ItemMove of(String from, String to) {
        return new ItemMove(List.of(from), to);
    }

    /** How many units of a line can move. */
    public int available(ItemCounts counts, String line) {
        int available = 0;
        for (String status : from) {
            available += counts.count(line, status);
        }
        return available;
    }

    /** All units that can move; empty if none can. */
    public List<MovedItems> all(ItemCounts counts) {
        List<MovedItems> moves = new ArrayList<>();
        for (String line : counts.lines()) {
            for (String status : from) {
                int there = counts.count(line, status);
                if (there > 0) {
                    moves.add(new MovedItems(line, status, to, there));
                }
            }
        }
        return List.copyOf(moves);
    }

    @Override
    public String toString() {
        return String.join(", ", from) + " → " + to;
    }
}
