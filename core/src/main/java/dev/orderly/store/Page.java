package dev.orderly.store;

import dev.orderly.order.Order;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list of orders.
 *
 * @param orders the orders
 * @param next where the next page starts; empty on the last page
 */
public record Page(List<Order> orders, Optional<Position> next) {

    public Page {
        orders = List.copyOf(orders);
    }
}
