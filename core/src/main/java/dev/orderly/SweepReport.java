package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Rejected;
import java.util.List;
import java.util.Map;

/**
 * What came of a sweep.
 *
 * @param fired what happened, in the order of the deadlines
 * @param refused by order, what was due and is refused all the same, such as by a guard
 * @param overtaken the orders that somebody else changed at the same moment; the next sweep looks at them again
 */
public record SweepReport(List<Accepted> fired, Map<String, Rejected> refused, List<String> overtaken) {

    public SweepReport {
        fired = List.copyOf(fired);
        refused = Map.copyOf(refused);
        overtaken = List.copyOf(overtaken);
    }
}
