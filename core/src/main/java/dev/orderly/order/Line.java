package dev.orderly.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One position of an order.
 *
 * @param sku the shop's code for the article
 * @param title what people call it
 * @param quantity how many; at least 1
 * @param availableFrom the first day on which it can be sent, such as a book's publication; null for now
 */
public record Line(
        String sku, String title, int quantity, @Nullable LocalDate availableFrom) {

    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("the quantity of " + sku + " must be at least 1, but is " + quantity);
        }
    }

    /** A position that can be sent now. */
    public static Line of(String sku, String title, int quantity) {
        return new Line(sku, title, quantity, null);
    }

    /** This position, sendable from a day on. */
    public Line availableFrom(LocalDate day) {
        return new Line(sku, title, quantity, day);
    }

    /** Tells whether it can be sent on a day. */
    public boolean isAvailableOn(LocalDate day) {
        return availableFrom == null || !availableFrom.isAfter(day);
    }
}
