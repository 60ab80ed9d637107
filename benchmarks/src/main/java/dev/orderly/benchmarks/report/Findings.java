package dev.orderly.benchmarks.report;

import java.util.List;

/**
 * What came of a measurement.
 *
 * @param tables the figures
 * @param goals what they should be, and whether they are
 * @param charts the figures as pictures
 */
public record Findings(List<Table> tables, List<Goal> goals, List<Chart> charts) {

    public Findings {
        tables = List.copyOf(tables);
        goals = List.copyOf(goals);
        charts = List.copyOf(charts);
    }

    /** Figures without goals and pictures. */
    public static Findings of(Table... tables) {
        return new Findings(List.of(tables), List.of(), List.of());
    }

    /** The same with these goals. */
    public Findings goals(List<Goal> all) {
        return new Findings(tables, all, charts);
    }

    /** The same with these pictures. */
    public Findings charts(Chart... all) {
        return new Findings(tables, goals, List.of(all));
    }
}
