package dev.orderly.store;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import java.util.List;

/**
 * What remains of an order after its personal data is erased.
 *
 * @param after the order afterwards, with the same sequence number as before
 * @param entries the entries that lost data, with the same sequence numbers and hashes as before
 */
public record Erasure(Order after, List<HistoryEntry> entries) {

    public Erasure {
        entries = List.copyOf(entries);
    }
}
