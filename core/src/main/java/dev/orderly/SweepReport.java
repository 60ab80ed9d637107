package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Rejected;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a sweep.
 *
 * @param fired what happened, in the order of the deadlines
 * @param refused by order, what was due and is refused all the same, such as by a guard
 * @param failed by order, what broke when it was tried, such as a guard that throws; these stay due as well, and are
 *     tried again by a sweep five minutes later
 * @param overtaken the orders that another process or thread changed at the same moment; the next sweep looks at them again
 */
public record SweepReport(
        List<Accepted> fired,
        Map<String, Rejected> refused,
        Map<String, RuntimeException> failed,
        List<String> overtaken) {

    public SweepReport {
        fired = List.copyOf(fired);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        overtaken = List.copyOf(overtaken);
    }
}
