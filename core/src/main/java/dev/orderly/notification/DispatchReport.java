package dev.orderly.notification;

import java.util.Set;

/**
 * The counts of one pass over the outbox.
 *
 * @param sent how many messages the channels accepted
 * @param failed how many attempts failed whose message will be retried
 * @param deadLettered how many messages became dead letters
 * @param muted how many messages were dropped, because the customer had turned notifications off
 * @param paused the channels whose circuit breaker is open, so that their messages were left waiting
 */
public record DispatchReport(long sent, long failed, long deadLettered, long muted, Set<String> paused) {

    public DispatchReport {
        paused = Set.copyOf(paused);
    }
}
