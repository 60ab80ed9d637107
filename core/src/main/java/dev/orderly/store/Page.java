package dev.orderly.store;

import dev.orderly.order.Order;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of orders.
 *
 * @param orders the orders of this page
 * @param next the position after which the next page begins; empty on the last page
 */
public record Page(List<Order> orders, Optional<Position> next) {

    public Page {
        orders = List.copyOf(orders);
    }
}
