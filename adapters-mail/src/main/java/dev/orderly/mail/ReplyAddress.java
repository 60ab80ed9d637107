package dev.orderly.mail;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.util.Optional;

/** The port for the address that a reply to a notification goes to. Several threads call it at once. */
@FunctionalInterface
public interface ReplyAddress {

    /** The {@code Reply-To} address; empty if replies go to the address that the mail comes from. */
    Optional<String> of(Notification notification, Recipient recipient);
}
