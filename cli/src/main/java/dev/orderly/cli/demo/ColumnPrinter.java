package dev.orderly.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints in columns: a time, a word and a text that is wrapped within its column. */
final class ColumnPrinter {

    /** How something is shown where the terminal has colours. */
    enum Look {
        PLAIN(""),
        STRONG("\u001b[1m"),
        FAINT("\u001b[2m"),
        REFUSED("\u001b[31m"),
        REACHED("\u001b[32m");

        private final String code;

        Look(String code) {
            this.code = code;
        }
    }

    private static final int WIDTH = 100;
    private static final int TEXT_COLUMN = 39;
    private static final String END = "\u001b[0m";

    private final PrintWriter out;
    private final boolean colours;

    ColumnPrinter(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void blank() {
        out.println();
    }

    void headline(String text) {
        out.println(styled(text, Look.STRONG));
    }

    void rule() {
        out.println("─".repeat(WIDTH));
    }

    /** A line as it is, however long. */
    void plain(String text, Look look) {
        out.println(text.isEmpty() ? text : "  " + styled(text, look));
    }

    /** A line that begins with a time and a word. */
    void step(String time, String word, String text, Look look) {
        String start = String.format("  %-16s  %-17s  ", time, word);
        List<String> lines = wrap(text);
        out.println(start + styled(lines.get(0), look));
        lines.stream().skip(1).forEach(line -> out.println(indented(line, look)));
    }

    /** Lines below a step. */
    void below(String text, Look look) {
        wrap(text).forEach(line -> out.println(indented(line, look)));
    }

    private String indented(String line, Look look) {
        return " ".repeat(TEXT_COLUMN) + styled(line, look);
    }

    private String styled(String text, Look look) {
        return colours && look != Look.PLAIN ? look.code + text + END : text;
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH - TEXT_COLUMN) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
