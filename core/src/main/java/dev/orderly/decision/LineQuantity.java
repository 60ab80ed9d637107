package dev.orderly.decision;

import org.jspecify.annotations.Nullable;

/**
 * Some units of one line, which a request asks to move, or which could. Whether there are so many is for the decision to say.
 *
 * @param line the id of the line
 * @param quantity how many units
 * @param from the item status that they are in; null for any that the event takes units from
 */
public record LineQuantity(
        String line, int quantity, @Nullable String from) {

    /** So many units of a line, in whatever item status the event takes them from. */
    public static LineQuantity of(String line, int quantity) {
        return new LineQuantity(line, quantity, null);
    }

    /** The same, in this item status. */
    public LineQuantity withFrom(@Nullable String status) {
        return new LineQuantity(line, quantity, status);
    }
}
