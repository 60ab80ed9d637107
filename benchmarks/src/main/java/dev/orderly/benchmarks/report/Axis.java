package dev.orderly.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where figures lie between two coordinates. */
final class Axis {

    private final boolean logarithmic;
    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final List<Double> ticks;

    private Axis(boolean logarithmic, double low, double high, double from, double to, List<Double> ticks) {
        this.logarithmic = logarithmic;
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.ticks = List.copyOf(ticks);
    }

    /** From zero to a little over the greatest figure, which is above zero, with a few round ticks. */
    static Axis linear(double most, double from, double to) {
        double decade = Math.pow(10, Math.floor(Math.log10(most)));
        double step = most / decade < 2 ? decade / 2 : most / decade < 5 ? decade : decade * 2;
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most * 1.0001; i++) {
            ticks.add(i * step);
        }
        return new Axis(false, 0, Math.max(most, ticks.get(ticks.size() - 1)), from, to, ticks);
    }

    /** From the power of ten well below the least figure to the greatest one, with a tick at each power of ten. */
    static Axis logarithmic(double least, double most, double from, double to) {
        int first = (int) Math.floor(Math.log10(least / 2));
        int last = Math.max(first + 1, (int) Math.floor(Math.log10(most)));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            ticks.add(Math.pow(10, power));
        }
        double high = Math.max(most, ticks.get(ticks.size() - 1));
        return new Axis(true, Math.log10(ticks.get(0)), Math.log10(high), from, to, ticks);
    }

    /** From the least to the greatest figure, both above zero, with ticks at these figures. */
    static Axis logarithmicAt(List<Double> figures, double from, double to) {
        double least = figures.stream().mapToDouble(d -> d).min().orElseThrow();
        double most = figures.stream().mapToDouble(d -> d).max().orElseThrow();
        double high = most > least ? Math.log10(most) : Math.log10(least) + 1;
        return new Axis(true, Math.log10(least), high, from, to, figures);
    }

    List<Double> ticks() {
        return ticks;
    }

    /** The coordinate of a figure. */
    double at(double figure) {
        double place = ((logarithmic ? Math.log10(figure) : figure) - low) / (high - low);
        return from + place * (to - from);
    }

    /** A tick in words: 0.5, 20, 10,000, 1 million. */
    String label(double tick) {
        if (tick >= 1e6 && tick % 1e5 == 0) {
            return trimmed(tick / 1e6) + " million";
        }
        return tick >= 1
                ? trimmed(tick)
                : String.format(Locale.ROOT, "%.3g", tick).replaceFirst("\\.?0+$", "");
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }
}
