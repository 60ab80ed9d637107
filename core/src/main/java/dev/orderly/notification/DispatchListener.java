package dev.orderly.notification;

import dev.orderly.store.OutboxMessage;

/**
 * Hears what becomes of messages, after the outbox knows it, on the thread that sent them. At most once: a process that
 * dies between the two never tells. An exception is reported and changes nothing.
 */
public interface DispatchListener {

    /** A message was taken over by its channel. */
    default void sent(OutboxMessage message) {}

    /**
     * A message could not be sent, and will be tried again.
     *
     * @param tries how often sending it failed, this time included
     * @param problem why, without anything personal
     */
    default void failed(OutboxMessage message, int tries, String problem) {}

    /**
     * A message could not be sent, and is not tried again until somebody says so.
     *
     * @param problem why, without anything personal
     */
    default void deadLettered(OutboxMessage message, String problem) {}

    /** A message was dropped, because its customer turned notifications off after it had been written. */
    default void muted(OutboxMessage message) {}
}
