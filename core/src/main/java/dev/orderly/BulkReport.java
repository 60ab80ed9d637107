package dev.orderly;

import dev.orderly.decision.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one request to many orders.
 *
 * @param decisions by order, the answers, in the order in which they were asked for
 * @param failures by order, what broke, such as a guard that throws; nothing was written about those orders
 */
public record BulkReport(Map<String, Decision> decisions, Map<String, RuntimeException> failures) {

    public BulkReport {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }
}
