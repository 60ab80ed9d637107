package dev.orderly.notification;

/**
 * A way to deliver notifications, such as mail. Several threads call it at once, but never with two messages of one
 * order.
 */
@FunctionalInterface
public interface Channel {

    /**
     * Delivers a notification. It returns once the next carrier, such as a mail server, has accepted the message.
     * Delivery is at least once: the dispatcher calls it again with the same notification if the process dies before
     * the outbox records the success. {@link Notification#id()} is the same on each call, so that the receiver can
     * recognise a duplicate.
     *
     * <p>If the recipient cannot be reached at all, such as a customer without an address, it returns and does nothing.
     *
     * @throws DeliveryException if the message was not accepted
     * @throws RuntimeException if something else failed; the message is tried again later. Only the exception's class
     *     and the line of code that threw it are kept, because its message might contain personal data
     */
    void send(Notification notification);
}
