package dev.orderly.order;

import dev.orderly.workflow.OrderedItem;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One position of an order. Immutable. */
public final class Line implements OrderedItem {

    private final String sku;
    private final String title;
    private final int quantity;
    private final @Nullable LocalDate availableFrom;

    private Line(String sku, String title, int quantity, @Nullable LocalDate availableFrom) {
        if (quantity < 1) {
            throw new IllegalArgumentException("the quantity of " + sku + " must be at least 1, but is " + quantity);
        }
        this.sku = sku;
        this.title = title;
        this.quantity = quantity;
        this.availableFrom = availableFrom;
    }

    /**
     * A position that can be sent now.
     *
     * @throws IllegalArgumentException if the quantity is less than 1
     */
    public static Line of(String sku, String title, int quantity) {
        return new Line(sku, title, quantity, null);
    }

    /** This position, available from a day on; null for now. */
    public Line withAvailableFrom(@Nullable LocalDate day) {
        return new Line(sku, title, quantity, day);
    }

    /** The shop's code for the article. */
    public String sku() {
        return sku;
    }

    @Override
    public String title() {
        return title;
    }

    /** How many; at least 1. */
    public int quantity() {
        return quantity;
    }

    /** The first day on which it can be sent, such as a book's publication; null for now. */
    @Override
    public @Nullable LocalDate availableFrom() {
        return availableFrom;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Line that
                        && sku.equals(that.sku)
                        && title.equals(that.title)
                        && quantity == that.quantity
                        && Objects.equals(availableFrom, that.availableFrom));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sku, title, quantity, availableFrom);
    }

    @Override
    public String toString() {
        return "Line[sku=" + sku
                + ", title=" + title
                + ", quantity=" + quantity
                + ", availableFrom=" + availableFrom
                + "]";
    }
}
