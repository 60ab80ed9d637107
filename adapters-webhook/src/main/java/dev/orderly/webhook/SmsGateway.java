package dev.orderly.webhook;

/** The port to a telephone company that delivers text messages. Several threads call it at once. */
@FunctionalInterface
public interface SmsGateway {

    /**
     * Sends a text message; returns when it was taken over.
     *
     * @param phone the number in the form of E.164, such as {@code +48123456789}
     * @param text the text
     * @param id the id of the message: the same when it is sent again, so that the gateway can drop the second one
     * @throws dev.orderly.notification.DeliveryException if it was not taken over
     */
    void send(String phone, String text, String id);
}
