package dev.orderly.benchmarks.http;

import java.time.Instant;
import java.util.List;

/** The parts of an order that {@link HandWrittenServlet} shows. */
record FoundOrder(
        String number,
        String status,
        Instant placed,
        String carrier,
        String tracking,
        List<Line> lines,
        List<Entry> entries) {

    record Line(String title, int quantity) {}

    record Entry(Instant at, String role, String what) {}

    static Instant time(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000);
    }

    String page() {
        StringBuilder page = new StringBuilder(1000)
                .append("<!doctype html><html lang=\"en\"><head><title>")
                .append(escape(number))
                .append("</title></head><body><h1>")
                .append(escape(number))
                .append("</h1><h2>")
                .append(escape(status))
                .append("</h2><p>Placed: ")
                .append(placed)
                .append("</p><p>")
                .append(escape(carrier))
                .append(' ')
                .append(escape(tracking))
                .append("</p>");
        for (Line line : lines) {
            page.append("<p>").append(line.quantity).append(" × ").append(escape(line.title));
        }
        for (Entry entry : entries) {
            page.append("<p>")
                    .append(entry.at)
                    .append(' ')
                    .append(escape(entry.role))
                    .append(": ")
                    .append(escape(entry.what));
        }
        return page.append("</body></html>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
