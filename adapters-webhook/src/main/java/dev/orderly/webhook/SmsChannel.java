package dev.orderly.webhook;

import dev.orderly.notification.Channel;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.workflow.Workflow;
import java.util.Optional;

/** A channel that sends text messages to phones. Thread-safe if its gateway, recipients and texts are. */
public final class SmsChannel implements Channel {

    /** Ten parts of 67 characters, which is what a text beyond the Latin alphabet is sent in (3GPP TS 23.040). */
    private static final int MAX_LENGTH = 670;

    private final SmsGateway gateway;
    private final Recipients phones;
    private final MessageRenderer texts;

    private SmsChannel(SmsGateway gateway, Recipients phones, MessageRenderer texts) {
        this.gateway = gateway;
        this.phones = phones;
        this.texts = texts;
    }

    /**
     * A channel.
     *
     * @param phones the recipients, whose address is a phone number in international form; without one nothing is sent
     * @param texts the texts, of at most 670 characters; only the plain text of a message is sent
     */
    public static SmsChannel of(SmsGateway gateway, Recipients phones, MessageRenderer texts) {
        return new SmsChannel(gateway, phones, texts);
    }

    /** The orders' customers, by the phone number in a text field of the order; empty where the field is. */
    public static Recipients phonesIn(String field) {
        return notification -> {
            Optional<String> number = notification.message().to().equals(Workflow.CUSTOMER)
                    ? notification.order().fields().find(field).map(Object::toString)
                    : Optional.empty();
            String language = notification.order().customer().language();
            return number.filter(n -> !n.isBlank()).map(n -> Recipient.of(n).withLanguage(language));
        };
    }

    @Override
    public void send(Notification notification) {
        Recipient recipient = phones.of(notification).orElse(null);
        if (recipient == null) {
            return;
        }
        String role = notification.message().to();
        String phone = PhoneNumber.international(recipient.address())
                .orElseThrow(() -> DeliveryException.permanent(
                        "the phone number of the role " + role
                                + " is not in international form, such as +48123456789: correct it and send again",
                        null));
        String message = texts.render(notification, recipient).text().strip();
        if (message.isEmpty() || message.length() > MAX_LENGTH) {
            throw DeliveryException.permanent(
                    "the text message to the role " + role + " has " + message.length()
                            + " characters, but must have 1 to " + MAX_LENGTH + ": correct its template and send again",
                    null);
        }
        gateway.send(phone, message, notification.id());
    }
}
