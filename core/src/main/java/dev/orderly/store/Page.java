package dev.orderly.store;

import dev.orderly.order.Order;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of orders.
 *
 * @param orders the orders of this page
 * @param next the position after which the next page begins; empty on the last page
 * @param unreadable the orders of this page that cannot be read
 */
public record Page(List<Order> orders, Optional<Position> next, List<UnreadableOrderException> unreadable) {

    public Page {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    /** A page whose orders can all be read. */
    public Page(List<Order> orders, Optional<Position> next) {
        this(orders, next, List.of());
    }
}
