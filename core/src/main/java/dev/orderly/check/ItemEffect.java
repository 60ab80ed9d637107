package dev.orderly.check;

import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCondition.Quantifier;
import dev.orderly.workflow.ItemMove;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transition demands of units and does with them, on sets of item statuses. A whole move is that of a request which names
 * all units that can move, and so is possible whatever their numbers are; any other needs enough units to leave some behind.
 */
final class ItemEffect {

    private static final int ALL = -1;

    private final int from;
    private final int to;
    private final int admitted;
    private final int[] wanted;
    private final @Nullable ItemMove move;

    ItemEffect(ItemIndex index, @Nullable ItemMove move, List<ItemCondition> tests) {
        this.move = move;
        this.from = move == null ? 0 : index.mask(move.from());
        this.to = move == null ? 0 : index.mask(List.of(move.to()));
        int within = ALL;
        for (ItemCondition test : tests) {
            int mask = index.mask(test.statuses());
            if (test.quantifier() != Quantifier.SOME) {
                within &= test.quantifier() == Quantifier.ALL ? mask : ~mask;
            }
        }
        this.admitted = within;
        this.wanted = tests.stream()
                .filter(test -> test.quantifier() == Quantifier.SOME)
                .mapToInt(test -> index.mask(test.statuses()))
                .toArray();
    }

    boolean isMove() {
        return move != null;
    }

    /** Whether another transition does the same with the units that a request names. */
    boolean movesAs(ItemEffect other) {
        return move == null ? other.move == null : move.equals(other.move);
    }

    /** Whether the conditions hold where units are in these item statuses. */
    boolean holds(int occupied) {
        if ((occupied & ~admitted) != 0) {
            return false;
        }
        for (int mask : wanted) {
            if ((occupied & mask) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The item statuses that a move takes units from; of these, any may be left empty. */
    int moving(int occupied) {
        return occupied & from;
    }

    /** Where units are once a move has left these item statuses empty. */
    int after(int occupied, int emptied) {
        return move == null ? occupied : (occupied & ~emptied) | to;
    }

    /**
     * Whether this takes every request for a later alternative that leaves these item statuses empty. Units that are named with
     * their item status go where the transition takes them from there, and nowhere else; of a request that names none, this moves
     * all that it can itself, which may be more than the later one does.
     */
    boolean takes(ItemEffect later, int occupied, int emptied) {
        if (later.move == null) {
            return whole(occupied) >= 0;
        }
        int movable = later.moving(occupied);
        boolean takesNamed = move != null && (movable & ~from) == 0 && holds(after(occupied, emptied));
        return takesNamed && (emptied != movable || whole(occupied) >= 0);
    }

    /** Where units are after a whole move; -1 where there is nothing to move or a condition does not hold. */
    int whole(int occupied) {
        int moving = moving(occupied);
        int after = after(occupied, moving);
        return (move != null && moving == 0) || !holds(after) ? -1 : after;
    }
}
