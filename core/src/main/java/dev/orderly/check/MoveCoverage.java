package dev.orderly.check;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which moves the search through all states reached, and how far. */
final class MoveCoverage {

    private final BitSet reached = new BitSet();
    private final BitSet fitting = new BitSet();
    private final BitSet taken = new BitSet();
    private final BitSet firing = new BitSet();
    private final Move[] winners;

    MoveCoverage(int moves) {
        this.winners = new Move[moves];
    }

    void reached(Move move, int[] values, int occupied) {
        reached.set(move.index);
        if (!firing.get(move.index) && move.canFire(values, occupied)) {
            firing.set(move.index);
        }
    }

    void fitted(Move move) {
        fitting.set(move.index);
    }

    void taken(Move move) {
        taken.set(move.index);
    }

    void precededBy(Move move, Move earlier) {
        winners[move.index] = earlier;
    }

    /** Whether some order gets to a status in which the move may happen. */
    boolean isReached(Move move) {
        return reached.get(move.index);
    }

    /** Whether some order meets the move's conditions. */
    boolean isFitting(Move move) {
        return fitting.get(move.index);
    }

    /** Whether some order can make the move. */
    boolean isTaken(Move move) {
        return taken.get(move.index);
    }

    /** Whether some order meets the move's conditions without any data from outside. */
    boolean isFiring(Move move) {
        return firing.get(move.index);
    }

    /** An earlier alternative that was taken instead of the move; null if there is none. */
    @Nullable
    Move winner(Move move) {
        return winners[move.index];
    }
}
