package dev.orderly.store;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import java.util.List;

/**
 * What is left of an order when what is personal in it is erased.
 *
 * @param after the order afterwards, with the same sequence number as before
 * @param entries the entries that lost something, with the same sequence numbers and hashes as before
 */
public record Erasure(Order after, List<HistoryEntry> entries) {

    public Erasure {
        entries = List.copyOf(entries);
    }
}
