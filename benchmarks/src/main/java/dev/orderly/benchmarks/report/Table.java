package dev.orderly.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures in rows and columns, as text.
 *
 * @param caption what stands above it; empty for nothing
 * @param header what the columns are called
 * @param rows the rows, each with as many cells as the header
 */
public record Table(String caption, List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row of the table \"" + caption + "\" has " + row.size()
                        + " cells, but there are " + header.size() + " columns: " + row);
            }
        }
    }

    /** A table without rows yet. */
    public static Table of(String caption, String... header) {
        return new Table(caption, List.of(header), List.of());
    }

    /** The same with one row more. */
    public Table row(String... cells) {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(List.of(cells));
        return new Table(caption, header, all);
    }
}
