package dev.orderly.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many units of each line are in which item status. Immutable. No move changes how many units a line has in all; an item
 * status without units is not kept.
 */
public final class ItemCounts {

    /** The counts of an order whose units are not looked at. */
    public static final ItemCounts EMPTY = new ItemCounts(Map.of());

    private final Map<String, Map<String, Integer>> byLine;

    private ItemCounts(Map<String, Map<String, Integer>> byLine) {
        this.byLine = byLine;
    }

    /**
     * Counts by line and item status, in the order of the lines.
     *
     * @throws IllegalArgumentException if a count is less than 1, or a line has none
     */
    public static ItemCounts of(Map<String, Map<String, Integer>> counts) {
        Map<String, Map<String, Integer>> byLine = new LinkedHashMap<>();
        counts.forEach((line, units) -> {
            if (units.isEmpty() || units.values().stream().anyMatch(count -> count < 1)) {
                throw new IllegalArgumentException(
                        "line " + line + " needs at least one unit in each of its item statuses, but has " + units);
            }
            byLine.put(line, Collections.unmodifiableMap(new TreeMap<>(units)));
        });
        return byLine.isEmpty() ? EMPTY : new ItemCounts(byLine);
    }

    /**
     * These counts with more units of a line, in one item status.
     *
     * @throws IllegalArgumentException if the quantity is less than 1
     */
    public ItemCounts with(String line, String status, int quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("line " + line + " needs at least one unit, but has " + quantity);
        }
        Map<String, Map<String, Integer>> more = new LinkedHashMap<>(byLine);
        Map<String, Integer> counts = new TreeMap<>(of(line));
        counts.merge(status, quantity, Math::addExact);
        more.put(line, Collections.unmodifiableMap(counts));
        return new ItemCounts(more);
    }

    /**
     * These counts after units went from one item status to another, one move after the other.
     *
     * @throws IllegalArgumentException if there are not so many, or the line is unknown
     */
    public ItemCounts after(List<MovedItems> moves) {
        if (moves.isEmpty()) {
            return this;
        }
        Map<String, Map<String, Integer>> after = new LinkedHashMap<>(byLine);
        for (MovedItems move : moves) {
            Map<String, Integer> counts = new TreeMap<>(after.getOrDefault(move.line(), Map.of()));
            int there = counts.getOrDefault(move.from(), 0);
            if (move.quantity() > there) {
                throw new IllegalArgumentException(
                        move + " cannot be: line " + move.line() + " has " + there + " units in " + move.from());
            }
            counts.put(move.from(), there - move.quantity());
            counts.values().removeIf(count -> count == 0);
            counts.merge(move.to(), move.quantity(), Math::addExact);
            after.put(move.line(), Collections.unmodifiableMap(counts));
        }
        return new ItemCounts(after);
    }

    /** Whether no line has units. */
    public boolean isEmpty() {
        return byLine.isEmpty();
    }

    /** The ids of the lines, in the order of the lines. */
    public Set<String> lines() {
        return Collections.unmodifiableSet(byLine.keySet());
    }

    /** How many units of a line are in an item status. */
    public int count(String line, String status) {
        return of(line).getOrDefault(status, 0);
    }

    /** How many units of a line are in which item status, by its name; empty for an unknown line. */
    public Map<String, Integer> of(String line) {
        return byLine.getOrDefault(line, Map.of());
    }

    /** How many units of all lines are in an item status. */
    public long total(String status) {
        long total = 0;
        for (Map<String, Integer> counts : byLine.values()) {
            total += counts.getOrDefault(status, 0);
        }
        return total;
    }

    /** The item statuses that units are in, by name. */
    public Set<String> occupied() {
        Set<String> occupied = new TreeSet<>();
        byLine.values().forEach(counts -> occupied.addAll(counts.keySet()));
        return occupied;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ItemCounts that && byLine.equals(that.byLine));
    }

    @Override
    public int hashCode() {
        return Objects.hash(byLine);
    }

    @Override
    public String toString() {
        return byLine.toString();
    }
}
