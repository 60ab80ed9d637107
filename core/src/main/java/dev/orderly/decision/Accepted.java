package dev.orderly.decision;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;

/**
 * A request that is granted.
 *
 * @param order the order afterwards
 * @param entry the entry that its history gains
 */
public record Accepted(Order order, HistoryEntry entry) implements Decision {}
