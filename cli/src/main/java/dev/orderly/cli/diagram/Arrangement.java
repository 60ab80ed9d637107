package dev.orderly.cli.diagram;

import dev.orderly.cli.diagram.Picture.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the pictures of one document stand: the order's own at the upper left, those of its parts in columns beside it, and
 * below it what would make the document too wide.
 */
final class Arrangement {

    /** As wide as a document may get, in pixels, before parts go below. */
    private static final double WIDEST = 1500;

    private static final double GAP = 20;

    private final List<Area> areas = new ArrayList<>();
    private double width;
    private double height;

    private Arrangement() {}

    /** Finds a place for each picture, the order's own first. */
    static Arrangement of(List<Area> sizes) {
        Arrangement arrangement = new Arrangement();
        Area order = sizes.get(0);
        arrangement.place(order, 0, 0);
        int beside = arrangement.columns(sizes, Math.max(WIDEST, order.width()));
        arrangement.rows(sizes.subList(beside, sizes.size()));
        return arrangement;
    }

    /** Puts parts into columns as high as the order's picture; returns how many pictures have their place then. */
    private int columns(List<Area> sizes, double widest) {
        double highest = sizes.stream().mapToDouble(Area::height).max().orElse(0);
        double left = width + GAP;
        double top = 0;
        int next = 1;
        for (; next < sizes.size(); next++) {
            Area size = sizes.get(next);
            if (top > 0 && top + size.height() > highest) {
                left = width + GAP;
                top = 0;
            }
            if (left + size.width() > widest) {
                break;
            }
            place(size, left, top);
            top += size.height() + GAP;
        }
        return next;
    }

    private void rows(List<Area> sizes) {
        double widest = Math.max(width, WIDEST);
        double left = 0;
        double top = height + GAP;
        for (Area size : sizes) {
            if (left > 0 && left + size.width() > widest) {
                left = 0;
                top = height + GAP;
            }
            place(size, left, top);
            left += size.width() + GAP;
        }
    }

    private void place(Area size, double x, double y) {
        areas.add(new Area(x, y, size.width(), size.height()));
        width = Math.max(width, x + size.width());
        height = Math.max(height, y + size.height());
    }

    /** The place of each picture, in the order in which they were given. */
    List<Area> areas() {
        return areas;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
