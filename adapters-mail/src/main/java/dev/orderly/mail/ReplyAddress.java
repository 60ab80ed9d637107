package dev.orderly.mail;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.util.Optional;

/** Where an answer to a notification goes. It is called by several threads at once. */
@FunctionalInterface
public interface ReplyAddress {

    /** The {@code Reply-To} address; empty if answers go to the address that the mail comes from. */
    Optional<String> of(Notification notification, Recipient recipient);
}
