package dev.orderly.webhook;

/** Whoever carries text messages to phones. It is called by several threads at once. */
@FunctionalInterface
public interface SmsGateway {

    /**
     * Sends a text message; returns when it was taken over.
     *
     * @param phone the number in the form of E.164, such as {@code +48123456789}
     * @param text what it says
     * @param id names the message: the same when it is sent again, so that the gateway can tell
     * @throws dev.orderly.notification.DeliveryException if it was not taken over
     */
    void send(String phone, String text, String id);
}
