package dev.orderly.cli.replay;

import dev.orderly.decision.LineQuantity;
import dev.orderly.order.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a cell of a log says of lines or units, {@code 2 MUG-1; 1 LID}: how many, of what. */
final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile("\\s*([0-9]{1,9})\\s+(\\S.*?)\\s*");

    private Quantities() {}

    /**
     * The lines of an order, which are called by their SKU.
     *
     * @throws IllegalArgumentException if the cell says something else, or what no line can be
     */
    static List<Line> lines(String cell) {
        return read(cell, (quantity, sku) -> Line.of(sku, sku, quantity));
    }

    /**
     * Units of lines, by the lines' ids.
     *
     * @throws IllegalArgumentException if the cell says something else
     */
    static List<LineQuantity> items(String cell) {
        return read(cell, (quantity, line) -> LineQuantity.of(line, quantity));
    }

    private static <T> List<T> read(String cell, BiFunction<Integer, String, T> one) {
        if (cell.isBlank()) {
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            Matcher quantity = QUANTITY.matcher(part);
            if (!quantity.matches()) {
                throw new IllegalArgumentException("\"" + part.strip() + "\" says not how many of what");
            }
            all.add(one.apply(Integer.valueOf(quantity.group(1)), quantity.group(2)));
        }
        return all;
    }
}
