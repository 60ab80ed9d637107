package dev.orderly.store;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import java.util.List;

/**
 * An erasure of an order's personal data, to be written as a whole or not at all. It is a step of the order, so that a
 * step decided on what was erased cannot be written after it.
 *
 * @param after the order afterwards, without the personal data
 * @param entry the entry that says that it happened, with the order's new sequence number
 * @param redacted the earlier entries that lost data, with the same sequence numbers and hashes as before
 */
public record Erasure(Order after, HistoryEntry entry, List<HistoryEntry> redacted) {

    public Erasure {
        redacted = List.copyOf(redacted);
    }
}
