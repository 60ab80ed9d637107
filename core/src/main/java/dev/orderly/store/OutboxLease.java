package dev.orderly.store;

import java.time.Instant;

/**
 * A claim of a message. Settling the message names its lease, so that a claimer whose lease has expired cannot settle what
 * another one has claimed since.
 *
 * @param entry the message as it was when it was claimed
 * @param until when the lease expires, by which the outbox knows it: the next claim of the message has another time
 */
public record OutboxLease(OutboxEntry entry, Instant until) {

    /** The message. */
    public OutboxMessage message() {
        return entry.message();
    }
}
