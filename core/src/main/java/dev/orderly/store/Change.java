package dev.orderly.store;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order with the automatic ones that follow it, to be written as a whole or not at all.
 *
 * @param after the order after this step
 * @param entry what happened
 * @param answer the answer to remember; null for a request without an id
 * @param contents the bytes of new attachments by their SHA-256 in lower-case hexadecimal
 * @param messages the messages to add to the outbox
 * @param automatic the steps that follow, in their order, each without any of its own; empty for none
 */
public record Change(
        Order after,
        HistoryEntry entry,
        @Nullable Answer answer,
        Map<String, byte[]> contents,
        List<OutboxMessage> messages,
        List<Change> automatic) {

    public Change {
        contents = Map.copyOf(contents);
        messages = List.copyOf(messages);
        automatic = List.copyOf(automatic);
    }

    /** With no automatic step behind it. */
    public Change(
            Order after,
            HistoryEntry entry,
            @Nullable Answer answer,
            Map<String, byte[]> contents,
            List<OutboxMessage> messages) {
        this(after, entry, answer, contents, messages, List.of());
    }

    /** The step and the automatic ones behind it, one by one. */
    public List<Change> steps() {
        if (automatic.isEmpty()) {
            return List.of(this);
        }
        List<Change> steps = new ArrayList<>(List.of(new Change(after, entry, answer, contents, messages)));
        steps.addAll(automatic);
        return steps;
    }

    /** The order as it is stored once all of it is written. */
    public StoredOrder written() {
        Change last = automatic.isEmpty() ? this : automatic.get(automatic.size() - 1);
        return new StoredOrder(last.after, last.entry.hash());
    }
}
