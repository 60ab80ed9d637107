package dev.orderly.notification;

import dev.orderly.store.OutboxMessage;

/**
 * A listener for the outcomes of messages. The sending thread calls it after the outbox has recorded the outcome, at
 * most once: if the process dies between the two, the listener is not called. An exception that it throws is logged and
 * has no other effect.
 */
public interface DispatchListener {

    /** The channel accepted a message. */
    default void sent(OutboxMessage message) {}

    /**
     * An attempt to send a message failed, and another will follow.
     *
     * @param tries how many attempts have failed, this one included
     * @param problem why, without personal data
     */
    default void failed(OutboxMessage message, int tries, String problem) {}

    /**
     * A message became a dead letter: it is not tried again unless {@link dev.orderly.store.Outbox#resend} is called.
     *
     * @param problem why, without personal data
     */
    default void deadLettered(OutboxMessage message, String problem) {}

    /** A message was dropped, because the customer turned notifications off after it had been written. */
    default void muted(OutboxMessage message) {}
}
