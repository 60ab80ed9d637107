package dev.orderly.benchmarks.sweep;

import dev.orderly.benchmarks.report.Figures;

/**
 * How fast one way moved the orders that were due.
 *
 * @param name what moved them
 * @param perSecond orders per second, a figure for each turn
 */
record SweepResult(String name, Figures perSecond) {}
