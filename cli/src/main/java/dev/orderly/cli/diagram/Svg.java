package dev.orderly.cli.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML elements; every text and value is escaped here and nowhere else. */
final class Svg {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Begins an element with pairs of attribute names and values. */
    Svg open(String element, String... attributes) {
        endTag();
        out.append("  ".repeat(open.size())).append('<').append(element);
        open.push(element);
        inTag = true;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    Svg attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    Svg attribute(String name, double value) {
        return attribute(name, number(value));
    }

    /** Ends the element with a text as its only content. */
    Svg content(String text) {
        out.append('>').append(escape(text)).append("</").append(open.pop()).append(">\n");
        inTag = false;
        return this;
    }

    Svg leaf(String element, String text) {
        return open(element).content(text);
    }

    Svg close() {
        String element = open.pop();
        if (inTag) {
            out.append("/>\n");
            inTag = false;
        } else {
            out.append("  ".repeat(open.size())).append("</").append(element).append(">\n");
        }
        return this;
    }

    private void endTag() {
        if (inTag) {
            out.append(">\n");
            inTag = false;
        }
    }

    /** A tenth of a pixel is finer than anybody sees, and keeps the last bits of sums out of the file. */
    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
