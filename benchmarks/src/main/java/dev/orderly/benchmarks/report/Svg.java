package dev.orderly.benchmarks.report;

import java.util.Locale;

/**
 * Writes an SVG document whose text stays text. It brings its own background and two sets of colours, one for readers
 * who have asked for dark pages, so that it is legible wherever it is shown. Coordinates are pixels.
 */
final class Svg {

    static final int WIDTH = 760;
    static final int COLOURS = 6;

    /** About what a character of 13 pixels takes; nothing here measures fonts. */
    static final double CHARACTER = 7.3;

    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
            .title { font-size: 15px; font-weight: 600 }
            .group { font-weight: 600 }
            .quiet { fill: #59636e; font-size: 12px }
            .page { fill: #ffffff; stroke: #d1d9e0 }
            .grid { stroke: #d1d9e0; stroke-width: 1 }
            .plain { fill: #afb8c1 }
            .ours, .c0 { fill: #0969da; color: #0969da }
            .c1 { fill: #bc4c00; color: #bc4c00 } .c2 { fill: #1a7f37; color: #1a7f37 }
            .c3 { fill: #8250df; color: #8250df } .c4 { fill: #9a6700; color: #9a6700 }
            .c5 { fill: #cf222e; color: #cf222e }
            polyline.line { fill: none; stroke: currentColor; stroke-width: 2 }
            @media (prefers-color-scheme: dark) {
            text { fill: #f0f6fc } .quiet { fill: #9198a1 } .page { fill: #0d1117; stroke: #3d444d }
            .grid { stroke: #3d444d } .plain { fill: #656c76 }
            .ours, .c0 { fill: #4493f8; color: #4493f8 }
            .c1 { fill: #f0883e; color: #f0883e } .c2 { fill: #3fb950; color: #3fb950 }
            .c3 { fill: #ab7df8; color: #ab7df8 } .c4 { fill: #d29922; color: #d29922 }
            .c5 { fill: #f85149; color: #f85149 }
            }
            </style>
            """;

    private final StringBuilder out = new StringBuilder();

    Svg(int height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(WIDTH, height, WIDTH, height))
                .append(" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">")
                .append(escape(title))
                .append("</title>\n<desc id=\"desc\">")
                .append(escape(description))
                .append("</desc>\n")
                .append(STYLE);
        out.append("<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
                .formatted(WIDTH - 1, height - 1));
        text(20, 30, "start", "title", title);
    }

    /** Text that starts, ends or has its middle (anchor) at x. */
    void text(double x, double y, String anchor, String style, String text) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), anchor, style, escape(text)));
    }

    void bar(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" class=\"%s\"/>\n"
                .formatted(number(x), number(y), number(Math.max(width, 1)), number(height), style));
    }

    void line(double x1, double y1, double x2, double y2) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"grid\"/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2)));
    }

    void path(String points, String style) {
        out.append("<polyline points=\"%s\" class=\"line %s\"/>\n".formatted(points, style));
    }

    void dot(double x, double y, String style) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" class=\"%s\"/>\n".formatted(number(x), number(y), style));
    }

    String end() {
        return out.append("</svg>\n").toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** XML has no way to write most control characters, so they become replacement characters. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** As in https://www.w3.org/TR/xml/#charsets. */
    private static boolean isXml(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
