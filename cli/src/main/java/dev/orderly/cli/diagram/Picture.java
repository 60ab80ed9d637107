package dev.orderly.cli.diagram;

import dev.orderly.diagram.Diagram;
import java.util.List;

/**
 * A diagram with a place for everything, in pixels from its upper left corner.
 *
 * @param title what to write above it
 * @param width its width
 * @param height its height, without the title
 * @param boxes the statuses and the start
 * @param ways the edges
 */
record Picture(String title, double width, double height, List<Box> boxes, List<Way> ways) {

    /** A point. */
    record Point(double x, double y) {}

    /** A rectangle. */
    record Area(double x, double y, double width, double height) {

        double centre() {
            return x + width / 2;
        }

        boolean overlaps(Area other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /** A node and where it stands. */
    record Box(Diagram.Node node, Area area) {}

    /** Where a text's own line runs. */
    enum Side {
        LEFT,
        RIGHT,
        NEITHER
    }

    /** An edge, the corners of its line from end to end, and where its text stands. */
    record Way(Diagram.Edge edge, List<Point> corners, Area text) {

        /** The side on which the nearest upright part of the line passes the text. */
        Side side() {
            double middle = text.y + text.height / 2;
            Side side = Side.NEITHER;
            double nearest = Double.MAX_VALUE;
            for (int i = 1; i < corners.size(); i++) {
                Point a = corners.get(i - 1);
                Point b = corners.get(i);
                boolean passes = Math.min(a.y, b.y) <= middle && middle <= Math.max(a.y, b.y);
                double distance = Math.abs(a.x - text.centre());
                if (a.x == b.x && passes && distance < nearest) {
                    nearest = distance;
                    side = a.x < text.centre() ? Side.LEFT : Side.RIGHT;
                }
            }
            return side;
        }
    }
}
