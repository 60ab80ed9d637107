package dev.orderly.cli.diagram;

import dev.orderly.cli.diagram.Picture.Point;
import java.util.List;

/** The shapes of an edge: a line with rounded corners, and the arrowhead at its end. */
final class WayPath {

    private static final double ROUNDING = 7;
    private static final double HEAD_LENGTH = 9;
    private static final double HEAD_HALF_WIDTH = 4;

    private WayPath() {}

    static String line(List<Point> corners) {
        StringBuilder path = new StringBuilder("M").append(text(corners.get(0)));
        for (int i = 1; i < corners.size() - 1; i++) {
            Point corner = corners.get(i);
            path.append(" L").append(text(towards(corner, corners.get(i - 1))));
            path.append(" Q").append(text(corner));
            path.append(' ').append(text(towards(corner, corners.get(i + 1))));
        }
        // the line ends inside the head, or its blunt end would show beside the head's tip
        Point tip = corners.get(corners.size() - 1);
        Point before = corners.get(corners.size() - 2);
        return path.append(" L")
                .append(text(along(tip, before, HEAD_LENGTH / 2)))
                .toString();
    }

    static String arrowhead(List<Point> corners) {
        Point tip = corners.get(corners.size() - 1);
        Point back = along(tip, corners.get(corners.size() - 2), HEAD_LENGTH);
        double dx = (tip.x() - back.x()) / HEAD_LENGTH * HEAD_HALF_WIDTH;
        double dy = (tip.y() - back.y()) / HEAD_LENGTH * HEAD_HALF_WIDTH;
        Point left = new Point(back.x() - dy, back.y() + dx);
        Point right = new Point(back.x() + dy, back.y() - dx);
        return "M" + text(tip) + " L" + text(left) + " L" + text(right) + " Z";
    }

    private static Point towards(Point corner, Point next) {
        return along(corner, next, Math.min(ROUNDING, distance(corner, next) / 2));
    }

    private static Point along(Point from, Point to, double length) {
        double whole = distance(from, to);
        double part = whole == 0 ? 0 : length / whole;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static String text(Point point) {
        return Svg.number(point.x()) + " " + Svg.number(point.y());
    }
}
