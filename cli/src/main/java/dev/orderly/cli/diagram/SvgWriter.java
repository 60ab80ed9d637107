package dev.orderly.cli.diagram;

import dev.orderly.cli.diagram.Picture.Area;
import dev.orderly.cli.diagram.Picture.Box;
import dev.orderly.cli.diagram.Picture.Way;
import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pictures as one SVG document, the order's own first and each of its parts in a frame. */
final class SvgWriter {

    private static final double TITLE_HEIGHT = 44;
    private static final double TITLE_FONT = 16;
    private static final double MARGIN = 24;
    private static final double EDGE = 4;

    private static final String TEXT = "#1d2430";
    private static final String LINE = "#5b6b86";

    private static final Style LABEL_TEXT = new Style(Layout.LABEL_FONT, TEXT);
    private static final Style CODE_TEXT = new Style(Layout.CODE_FONT, "#5a6475");
    private static final Style EDGE_TEXT = new Style(Layout.EDGE_FONT, TEXT);
    private static final Style CLAUSE_TEXT = new Style(Layout.EDGE_FONT, "#5a6475");

    private final Diagram diagram;
    private final List<Picture> pictures;
    private final Svg out = new Svg();

    SvgWriter(Diagram diagram, List<Picture> pictures) {
        this.diagram = diagram;
        this.pictures = pictures;
    }

    String write() {
        Arrangement arrangement =
                Arrangement.of(pictures.stream().map(SvgWriter::size).toList());
        double width = arrangement.width() + 2 * EDGE;
        double height = arrangement.height() + 2 * EDGE;
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
        for (int i = 0; i < pictures.size(); i++) {
            append(pictures.get(i), arrangement.areas().get(i), i > 0);
        }
        return out.close().toString();
    }

    private static Area size(Picture picture) {
        double title = TextSize.width(picture.title(), TITLE_FONT) * 1.1 + 2 * MARGIN;
        return new Area(0, 0, Math.max(picture.width(), title), picture.height() + TITLE_HEIGHT);
    }

    private void append(Picture picture, Area area, boolean isPart) {
        out.open(
                "g", "transform", "translate(" + Svg.number(area.x() + EDGE) + " " + Svg.number(area.y() + EDGE) + ")");
        if (isPart) {
            rectangle(new Area(0, 0, area.width(), area.height()), 12, "none", "#c5ccd8");
        }
        out.open("text", "font-weight", "bold", "fill", TEXT)
                .attribute("font-size", TITLE_FONT)
                .attribute("x", MARGIN)
                .attribute("y", TITLE_HEIGHT - 12)
                .content(picture.title());
        out.open("g", "transform", "translate(0 " + Svg.number(TITLE_HEIGHT) + ")");
        for (Way way : picture.ways()) {
            out.open("path", "fill", "none", "stroke", LINE, "stroke-width", "1.4");
            if (way.edge().automatic()) {
                out.attribute("stroke-dasharray", "5 4");
            }
            out.attribute("d", WayPath.line(way.corners())).close();
            out.open("path", "fill", LINE)
                    .attribute("d", WayPath.arrowhead(way.corners()))
                    .close();
        }
        picture.ways().forEach(this::appendText);
        picture.boxes().forEach(this::append);
        out.close();
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
            case LEFT -> labels(way.edge().labels(), "start", area.x() + 4, area.y() + 2);
            case RIGHT -> labels(way.edge().labels(), "end", area.x() + area.width() - 4, area.y() + 2);
            case NEITHER -> labels(way.edge().labels(), "middle", area.centre(), area.y() + 2);
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
        lines(node.asides(), CODE_TEXT, "middle", area.centre(), below);
        if (!node.listed().isEmpty()) {
            double line = area.y() + Layout.headHeight(node);
            String from = Svg.number(area.x() + 3) + " " + Svg.number(line);
            out.open("path", "fill", "none", "stroke", edge, "stroke-width", "0.7")
                    .attribute("d", "M" + from + " h" + Svg.number(area.width() - 6))
                    .close();
            labels(node.listed(), "start", area.x() + Layout.MOVES_MARGIN, line + Layout.MOVES_MARGIN / 2);
        }
        out.close();
    }

    /** Writes what belongs to an event in a lighter colour, so that it is seen where the next one begins. */
    private void labels(List<Label> labels, String anchor, double x, double top) {
        double y = top;
        for (Label label : labels) {
            y = lines(label.lines().subList(0, 1), EDGE_TEXT, anchor, x, y);
            y = lines(label.lines().subList(1, label.lines().size()), CLAUSE_TEXT, anchor, x, y);
        }
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
