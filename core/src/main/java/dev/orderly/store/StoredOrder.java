package dev.orderly.store;

import dev.orderly.order.Order;

/**
 * An order as a store knows it.
 *
 * @param order the latest snapshot
 * @param hash the hash of the latest entry of its history, which the next one's covers
 */
public record StoredOrder(Order order, String hash) {}
