package dev.orderly.notification;

/**
 * A way of telling people, such as mail. It is called by several threads at once, but never for two messages of one order.
 */
@FunctionalInterface
public interface Channel {

    /**
     * Tells somebody. It returns when whoever carries the message on, such as a mail server, has taken it over. It may be
     * called again with the same notification, even after it returned, if the process dies before that is written down:
     * {@link Notification#id()} is the same then, so that the receiver can tell.
     *
     * <p>Where there is nobody to tell, such as a customer without an address, it returns and does nothing.
     *
     * @throws DeliveryException if the message was not taken over
     * @throws RuntimeException if something else broke; it is tried again later, and of the exception only its class and
     *     place are kept, because its message might tell something personal
     */
    void send(Notification notification);
}
