package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.peers.OrderFlow.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limit that a general library is held against: an array indexed by status and event. It gives no reasons, knows no
 * roles, reads no file and makes no snapshot; its entry is all that it gives.
 */
public final class HandWrittenTable implements SharedMachine {

    private final Map<String, Integer> rows = numbered(OrderFlow.STATUSES);
    private final Map<String, Integer> columns = numbered(OrderFlow.EVENTS);
    private final @Nullable Move[][] moves = new Move[OrderFlow.STATUSES.size()][OrderFlow.EVENTS.size()];

    /** Fills the table. */
    public HandWrittenTable() {
        for (Move move : OrderFlow.MOVES) {
            moves[OrderFlow.STATUSES.indexOf(move.from())][OrderFlow.EVENTS.indexOf(move.event())] = move;
        }
    }

    private static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        return numbers;
    }

    @Override
    public Object fire(String status, Ask ask) {
        Integer row = rows.get(status);
        Integer column = columns.get(ask.event());
        Move move = row == null || column == null ? null : moves[row][column];
        if (move == null || (move.tracked() && ask.trackingNumber() == null)) {
            return Refused.SILENTLY;
        }
        return Entry.of(status, ask, move.to());
    }
}
