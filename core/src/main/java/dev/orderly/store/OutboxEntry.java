package dev.orderly.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come.
 *
 * @param message what is to be sent
 * @param tries how often sending it failed
 * @param availableAt from when on it may be claimed; null for a message that is parked
 * @param problem why it could not be sent the last time; null if it was not tried yet
 */
public record OutboxEntry(
        OutboxMessage message,
        int tries,
        @Nullable Instant availableAt,
        @Nullable String problem) {

    /** Tells whether nobody tries to send it any more, until somebody says so. */
    public boolean isDeadLettered() {
        return availableAt == null;
    }
}
