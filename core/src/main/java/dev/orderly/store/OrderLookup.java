package dev.orderly.store;

import java.util.Optional;

/**
 * What a store knows of an order and of a request about it.
 *
 * @param order the order; empty if there is none of that number
 * @param answer what the request was answered before; empty if it was not
 */
public record OrderLookup(Optional<StoredOrder> order, Optional<Answer> answer) {}
