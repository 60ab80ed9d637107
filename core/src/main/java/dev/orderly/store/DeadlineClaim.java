package dev.orderly.store;

import java.util.List;

/**
 * Orders whose deadline has expired, claimed until a lease expires.
 *
 * @param orders those that can be decided, as they are now
 * @param unreadable those that cannot be read; they are claimed as well, so that the next claim goes on behind them
 */
public record DeadlineClaim(List<StoredOrder> orders, List<UnreadableOrderException> unreadable) {

    public DeadlineClaim {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether nothing was claimed. */
    public boolean isEmpty() {
        return orders.isEmpty() && unreadable.isEmpty();
    }
}
