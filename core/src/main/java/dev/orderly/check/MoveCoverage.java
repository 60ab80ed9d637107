package dev.orderly.check;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the walk through all states learned about each move. */
final class MoveCoverage {

    private final BitSet reached = new BitSet();
    private final BitSet fitting = new BitSet();
    private final BitSet taken = new BitSet();
    private final BitSet firing = new BitSet();
    private final Move[] losses;

    MoveCoverage(int moves) {
        this.losses = new Move[moves];
    }

    void stoodBefore(Move move, int[] values) {
        reached.set(move.index);
        if (!firing.get(move.index) && move.canFire(values)) {
            firing.set(move.index);
        }
    }

    void fitted(Move move) {
        fitting.set(move.index);
    }

    void taken(Move move) {
        taken.set(move.index);
    }

    void lost(Move move, Move earlier) {
        losses[move.index] = earlier;
    }

    /** Tells whether some order gets to a status in which the move may happen. */
    boolean isReached(Move move) {
        return reached.get(move.index);
    }

    /** Tells whether some order meets the move's conditions. */
    boolean isFitting(Move move) {
        return fitting.get(move.index);
    }

    /** Tells whether some order can make the move. */
    boolean isTaken(Move move) {
        return taken.get(move.index);
    }

    /** Tells whether some order meets the move's conditions without any data from outside. */
    boolean isFiring(Move move) {
        return firing.get(move.index);
    }

    /** An earlier alternative that took the move's place; null if none did. */
    @Nullable
    Move winner(Move move) {
        return losses[move.index];
    }
}
