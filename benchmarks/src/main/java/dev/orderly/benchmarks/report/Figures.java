package dev.orderly.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * What one contender reached in its turns.
 *
 * @param turns a figure for each turn, at least one
 */
public record Figures(List<Double> turns) {

    public Figures {
        turns = turns.stream().sorted().toList();
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("there is no figure without a turn");
        }
    }

    /** The one in the middle; of two in the middle, the greater. */
    public double median() {
        return turns.get(turns.size() / 2);
    }

    /** The least of them. */
    public double least() {
        return turns.get(0);
    }

    /** The greatest of them. */
    public double most() {
        return turns.get(turns.size() - 1);
    }

    /** Median, least and most, such as "1,250 (1,100 to 1,300)". */
    public String text() {
        return number(median()) + " (" + number(least()) + " to " + number(most()) + ")";
    }

    /** A figure with three digits that count, and with thousands apart. */
    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A ratio, with two digits behind the point. */
    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
