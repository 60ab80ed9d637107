package dev.orderly.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes short clean lines of any text. */
final class Lines {

    /** As wide as a status may get, in characters, before its label wraps. */
    static final int NODE_WIDTH = 24;

    /** As wide as the text on an edge may get, in characters. */
    static final int EDGE_WIDTH = 34;

    /**
     * White space, control characters, lone surrogates, what XML cannot hold, and the marks that turn the direction of
     * the text after them: none of these has a place in a label, and each could hide or break something.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]+");

    private Lines() {}

    static String clean(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /**
     * Breaks a text at spaces. A longer word is kept whole, because it is most likely a name that readers search for.
     */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(text).split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
