package dev.orderly.store;

import dev.orderly.order.Order;
import java.util.Objects;

/**
 * An order's latest snapshot in a store.
 *
 * @param order the latest snapshot
 * @param hash the hash of the latest entry of its history, which the hash of the next entry covers
 */
public record StoredOrder(Order order, String hash) {

    public StoredOrder {
        Objects.requireNonNull(hash, () -> "the latest entry of order " + order.number() + " has no hash");
    }
}
