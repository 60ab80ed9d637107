package dev.orderly.store;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order, to be written as a whole or not at all.
 *
 * @param after the order afterwards
 * @param entry what happened
 * @param answer the answer to remember; null for a request without an id
 * @param contents the bytes of new attachments by their SHA-256 in lower-case hexadecimal
 * @param messages the messages to add to the outbox
 */
public record Change(
        Order after,
        HistoryEntry entry,
        @Nullable Answer answer,
        Map<String, byte[]> contents,
        List<OutboxMessage> messages) {

    public Change {
        contents = Map.copyOf(contents);
        messages = List.copyOf(messages);
    }
}
