package dev.orderly.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Horizontal bars, one below the other, in groups. Bars whose label begins with "Orderly" are marked.
 *
 * @param name what its file is called, without the ending
 * @param title what it shows, with the unit
 * @param scale how lengths stand for figures
 * @param groups the bars; a single group needs no label
 */
public record BarChart(String name, String title, Scale scale, List<Group> groups) implements Chart {

    private static final int TOP = 50;
    private static final int ROW = 22;
    private static final int BAR = 16;
    private static final int GROUP = 30;
    private static final int RIGHT = 90;
    private static final int LONGEST_LABEL = 320;

    /** How lengths stand for figures. */
    public enum Scale {
        /** Twice the length is twice the figure. */
        LINEAR,
        /** Each line of the grid is ten times the one before. */
        LOGARITHMIC
    }

    /**
     * Bars that belong together.
     *
     * @param label what they have in common; empty for nothing
     * @param bars from top to bottom
     */
    public record Group(String label, List<Bar> bars) {

        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param label what it stands for
     * @param value its figure, above zero
     */
    public record Bar(String label, double value) {

        public Bar {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("the bar \"" + label + "\" needs a figure above zero: " + value);
            }
        }
    }

    public BarChart {
        groups = List.copyOf(groups);
        if (groups.stream().allMatch(group -> group.bars().isEmpty())) {
            throw new IllegalArgumentException("the chart " + name + " has no bars");
        }
    }

    @Override
    public String svg() {
        int bottom = TOP
                + bars().size() * ROW
                + (int) groups.stream().filter(g -> !g.label().isEmpty()).count() * GROUP;
        Svg svg = new Svg(bottom + 40, title, description());
        double left = 30 + Math.min(LONGEST_LABEL, longestLabel() * Svg.CHARACTER);
        Axis axis = axis(left, Svg.WIDTH - RIGHT);
        for (double tick : axis.ticks()) {
            svg.line(axis.at(tick), TOP - 6, axis.at(tick), bottom + 4);
            svg.text(axis.at(tick), bottom + 20, "middle", "quiet", axis.label(tick));
        }
        draw(svg, axis, left);
        return svg.end();
    }

    private void draw(Svg svg, Axis axis, double left) {
        double y = TOP;
        for (Group group : groups) {
            if (!group.label().isEmpty()) {
                y += GROUP;
                svg.text(20, y - 8, "start", "group", group.label());
            }
            for (Bar bar : group.bars()) {
                svg.text(left - 8, y + BAR - 3, "end", "label", bar.label());
                double end = axis.at(bar.value());
                svg.bar(left, y, end - left, BAR, bar.label().startsWith("Orderly") ? "ours" : "plain");
                svg.text(Math.max(end, left + 1) + 6, y + BAR - 3, "start", "label", Figures.number(bar.value()));
                y += ROW;
            }
        }
    }

    private Axis axis(double left, double right) {
        double most = bars().stream().mapToDouble(Bar::value).max().orElseThrow();
        if (scale == Scale.LINEAR) {
            return Axis.linear(most, left, right);
        }
        double least = bars().stream().mapToDouble(Bar::value).min().orElseThrow();
        return Axis.logarithmic(least, most, left, right);
    }

    private int longestLabel() {
        return bars().stream().mapToInt(bar -> bar.label().length()).max().orElseThrow();
    }

    private List<Bar> bars() {
        List<Bar> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.bars()));
        return all;
    }

    private String description() {
        return groups.stream()
                .map(group -> (group.label().isEmpty() ? "" : group.label() + ": ")
                        + group.bars().stream()
                                .map(bar -> bar.label() + " " + Figures.number(bar.value()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
