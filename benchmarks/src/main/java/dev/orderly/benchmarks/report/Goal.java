package dev.orderly.benchmarks.report;

import java.util.Locale;

/**
 * What a figure should be, and what it is.
 *
 * @param what the goal as a sentence, such as "a step on H2 at least 0.9 of hand-written JDBC"
 * @param figure what was measured
 * @param met whether that is good enough
 */
public record Goal(String what, String figure, boolean met) {

    /** A figure that should be great: {@code what} is followed by "at least …". */
    public static Goal atLeast(String what, double wanted, double figure) {
        return new Goal(what + ": at least " + text(wanted), text(figure), figure >= wanted);
    }

    /** A figure that should be small: {@code what} is followed by "below …". */
    public static Goal below(String what, double bound, double figure) {
        return new Goal(what + ": below " + text(bound), text(figure), figure < bound);
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return String.format(Locale.ROOT, whole ? "%,.0f" : Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }
}
