package dev.orderly.notification;

import java.util.Set;

/**
 * What a pass over the outbox did.
 *
 * @param sent how many messages were taken over by their channels
 * @param failed how many tries failed of messages that will be tried again
 * @param deadLettered how many messages were given up, until somebody has them sent again
 * @param muted how many messages were dropped, because their customers had turned notifications off
 * @param paused the channels that seem to be down, so that what is due on them was left waiting
 */
public record DispatchReport(long sent, long failed, long deadLettered, long muted, Set<String> paused) {

    public DispatchReport {
        paused = Set.copyOf(paused);
    }
}
