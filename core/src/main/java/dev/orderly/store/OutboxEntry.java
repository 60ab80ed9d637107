package dev.orderly.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox with the state of its delivery.
 *
 * @param message the message to send
 * @param tries how many attempts have failed
 * @param availableAt the time from which it may be claimed; null for a dead letter
 * @param problem why the last attempt failed; null if none has failed
 */
public record OutboxEntry(
        OutboxMessage message,
        int tries,
        @Nullable Instant availableAt,
        @Nullable String problem) {

    /** Whether it is a dead letter, which is sent only after {@link Outbox#resend}. */
    public boolean isDeadLettered() {
        return availableAt == null;
    }
}
