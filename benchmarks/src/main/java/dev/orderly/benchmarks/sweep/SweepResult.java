package dev.orderly.benchmarks.sweep;

import java.util.List;

/**
 * How fast one way moved the orders that were due.
 *
 * @param name what moved them
 * @param orders how many were due in each turn
 * @param perSecond orders per second, a value for each turn
 */
public record SweepResult(String name, int orders, List<Double> perSecond) {

    public SweepResult {
        perSecond = List.copyOf(perSecond);
    }

    /** The middle one of the turns, in orders per second. */
    public double median() {
        return perSecond.stream()
                .sorted()
                .skip(perSecond.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
