package dev.orderly.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines over a logarithmic axis, each with its label at its end.
 *
 * @param name what its file is called, without the ending
 * @param title what it shows, with the unit
 * @param across what the figures on the horizontal axis are
 * @param lines the lines; the first six have a colour of their own
 */
public record LineChart(String name, String title, String across, List<Line> lines) implements Chart {

    private static final int TOP = 60;
    private static final int BOTTOM = 320;
    private static final int LEFT = 60;
    private static final int BETWEEN_LABELS = 17;

    /**
     * A line.
     *
     * @param label what it stands for
     * @param points from left to right, at least one
     */
    public record Line(String label, List<Point> points) {

        public Line {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("the line \"" + label + "\" has no points");
            }
        }

        Point last() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * A point of a line.
     *
     * @param across its figure on the horizontal axis, above zero
     * @param up its figure on the vertical axis, not below zero
     */
    public record Point(double across, double up) {

        public Point {
            if (!(across > 0) || !(up >= 0) || Double.isInfinite(across) || Double.isInfinite(up)) {
                throw new IllegalArgumentException("a line cannot go through " + across + ", " + up);
            }
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the chart " + name + " has no lines");
        }
    }

    @Override
    public String svg() {
        Svg svg = new Svg(BOTTOM + 60, title, description());
        double right = Svg.WIDTH - 30 - longestLabel() * Svg.CHARACTER;
        Axis x = Axis.logarithmicAt(
                points().stream().map(Point::across).distinct().sorted().toList(), LEFT, right);
        double most = points().stream().mapToDouble(Point::up).max().orElseThrow();
        Axis y = Axis.linear(most > 0 ? most : 1, BOTTOM, TOP);
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), right, y.at(tick));
            svg.text(LEFT - 8, y.at(tick) + 4, "end", "quiet", y.label(tick));
        }
        for (double tick : x.ticks()) {
            svg.text(x.at(tick), BOTTOM + 20, "middle", "quiet", x.label(tick));
        }
        svg.text((LEFT + right) / 2, BOTTOM + 42, "middle", "quiet", across);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), x, y, "c" + i % Svg.COLOURS);
        }
        labels(svg, x, y);
        return svg.end();
    }

    private static void draw(Svg svg, Line line, Axis x, Axis y, String style) {
        String points = line.points().stream()
                .map(p -> Svg.number(x.at(p.across())) + "," + Svg.number(y.at(p.up())))
                .collect(Collectors.joining(" "));
        svg.path(points, style);
        line.points().forEach(p -> svg.dot(x.at(p.across()), y.at(p.up()), style));
    }

    /** From top to bottom, each far enough below the one before. */
    private void labels(Svg svg, Axis x, Axis y) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble((Line line) -> -line.last().up()));
        double above = 0;
        for (Line line : sorted) {
            above = Math.max(y.at(line.last().up()) + 4, above + BETWEEN_LABELS);
            String style = "c" + lines.indexOf(line) % Svg.COLOURS;
            svg.text(x.at(line.last().across()) + 10, above, "start", style, line.label());
        }
    }

    private int longestLabel() {
        return lines.stream().mapToInt(line -> line.label().length()).max().orElseThrow();
    }

    private List<Point> points() {
        List<Point> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(line.points()));
        return all;
    }

    private String description() {
        return lines.stream()
                .map(line -> line.label() + ": "
                        + line.points().stream()
                                .map(p -> Figures.number(p.up()) + " at " + Figures.number(p.across()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
