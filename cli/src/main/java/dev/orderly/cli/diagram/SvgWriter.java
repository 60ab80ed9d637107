package dev.orderly.cli.diagram;

import dev.orderly.cli.diagram.Picture.Area;
import dev.orderly.cli.diagram.Picture.Box;
import dev.orderly.cli.diagram.Picture.Way;
import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pictures as one SVG document, one below the other. */
final class SvgWriter {

    private static final double TITLE_HEIGHT = 44;
    private static final double TITLE_FONT = 16;
    private static final double MARGIN = 24;

    private static final String TEXT = "#1d2430";
    private static final String LINE = "#5b6b86";

    private static final Style LABEL_TEXT = new Style(Layout.LABEL_FONT, TEXT);
    private static final Style CODE_TEXT = new Style(Layout.CODE_FONT, "#5a6475");
    private static final Style EDGE_TEXT = new Style(Layout.EDGE_FONT, TEXT);

    private final Diagram diagram;
    private final List<Picture> pictures;
    private final Svg out = new Svg();

    SvgWriter(Diagram diagram, List<Picture> pictures) {
        this.diagram = diagram;
        this.pictures = pictures;
    }

    String write() {
        double width = pictures.stream().mapToDouble(SvgWriter::width).max().orElse(0);
        double height =
                pictures.stream().mapToDouble(p -> p.height() + TITLE_HEIGHT).sum();
        out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "role", "img")
                .attribute("viewBox", "0 0 " + Svg.number(width) + " " + Svg.number(height))
                .attribute("width", width)
                .attribute("height", height)
                .attribute("font-family", "'DejaVu Sans', Verdana, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif");
        out.leaf("title", diagram.title());
        out.leaf("desc", Description.of(diagram));
        out.open("rect", "fill", "#ffffff")
                .attribute("width", width)
                .attribute("height", height)
                .close();
        double top = 0;
        for (Picture picture : pictures) {
            append(picture, top);
            top += picture.height() + TITLE_HEIGHT;
        }
        return out.close().toString();
    }

    private static double width(Picture picture) {
        return Math.max(picture.width(), TextSize.width(picture.title(), TITLE_FONT) * 1.1 + 2 * MARGIN);
    }

    private void append(Picture picture, double top) {
        out.open("text", "font-weight", "bold", "fill", TEXT)
                .attribute("font-size", TITLE_FONT)
                .attribute("x", MARGIN)
                .attribute("y", top + TITLE_HEIGHT - 12)
                .content(picture.title());
        out.open("g", "transform", "translate(0 " + Svg.number(top + TITLE_HEIGHT) + ")");
        for (Way way : picture.ways()) {
            out.open("path", "fill", "none", "stroke", LINE, "stroke-width", "1.4")
                    .attribute("d", WayPath.line(way.corners()))
                    .close();
            out.open("path", "fill", LINE)
                    .attribute("d", WayPath.arrowhead(way.corners()))
                    .close();
        }
        picture.ways().forEach(this::appendText);
        picture.boxes().forEach(this::append);
        out.close();
    }

    /**
     * A text stands on the side of its line, so that what has room to spare does not stand between two lines. It hides
     * what runs below it: the layout keeps lines away, and this is for those that it could not.
     */
    private void appendText(Way way) {
        Area area = way.text();
        out.open("g", "class", "way");
        rectangle(area, 3, "#ffffff", null);
        switch (way.side()) {
            case LEFT -> lines(way.edge().lines(), EDGE_TEXT, "start", area.x() + 4, area.y() + 2);
            case RIGHT -> lines(way.edge().lines(), EDGE_TEXT, "end", area.x() + area.width() - 4, area.y() + 2);
            case NEITHER -> lines(way.edge().lines(), EDGE_TEXT, "middle", area.centre(), area.y() + 2);
        }
        out.close();
    }

    private void append(Box box) {
        Area area = box.area();
        if (box.node().kind() == Kind.START) {
            out.open("circle", "class", "start", "fill", "#2b3446")
                    .attribute("cx", area.centre())
                    .attribute("cy", area.y() + area.height() / 2)
                    .attribute("r", area.width() / 2)
                    .close();
            return;
        }
        Node node = box.node();
        boolean open = node.kind() == Kind.OPEN;
        String edge = open ? LINE : node.isFailure() ? "#9a5b4f" : "#3d7a57";
        out.open("g", "class", "status");
        rectangle(area, 9, open ? "#f3f5f9" : node.isFailure() ? "#f5e9e6" : "#e3f1e8", edge);
        if (node.kind() == Kind.FINAL) {
            Area inner = new Area(area.x() + 3, area.y() + 3, area.width() - 6, area.height() - 6);
            rectangle(inner, 6.5, "none", edge);
        }
        double below = lines(node.label(), LABEL_TEXT, "middle", area.centre(), area.y() + 10);
        if (node.code() != null) {
            lines(List.of(node.code()), CODE_TEXT, "middle", area.centre(), below);
        }
        out.close();
    }

    private void rectangle(Area area, double radius, String fill, @Nullable String stroke) {
        out.open("rect", "fill", fill);
        if (stroke != null) {
            out.attribute("stroke", stroke).attribute("stroke-width", 1.4);
        }
        out.attribute("x", area.x())
                .attribute("y", area.y())
                .attribute("width", area.width())
                .attribute("height", area.height())
                .attribute("rx", radius)
                .close();
    }

    /** Writes lines from a height on; returns the height at which the next line would begin. */
    private double lines(List<String> lines, Style style, String anchor, double x, double top) {
        double y = top;
        for (String line : lines) {
            // letters stand in the middle of their line's height with the base line at 0.98 of the font size
            out.open("text", "text-anchor", anchor, "fill", style.colour())
                    .attribute("font-size", style.font())
                    .attribute("x", x)
                    .attribute("y", y + style.font() * 0.98)
                    .content(line);
            y += style.font() * TextSize.LINE;
        }
        return y;
    }

    private record Style(double font, String colour) {}
}
