package dev.orderly.http.access;

import dev.orderly.Orders;
import dev.orderly.order.Order;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Internal: the orders that exist for one caller, during one request. It keeps the snapshot on which the caller's sight
 * was decided last, which is the one that a refused step was decided on, so that nothing has to be read again to
 * answer. Not thread-safe.
 */
public final class CallerOrders {

    private final Orders orders;
    private @Nullable Order latest;

    private CallerOrders(Orders all, Predicate<Order> sees) {
        orders = all.restrictedTo(order -> {
            boolean visible = sees.test(order);
            latest = visible ? order : null;
            return visible;
        });
    }

    /** Those of all orders that exist for a caller. */
    public static CallerOrders of(Orders all, Caller caller) {
        return new CallerOrders(all, caller::sees);
    }

    /** The orders; every other one is unknown. */
    public Orders orders() {
        return orders;
    }

    /** The order that was looked at last, as it was then; empty if there was none, or none for this caller. */
    public Optional<Order> latest() {
        return Optional.ofNullable(latest);
    }
}
