package dev.orderly.mail;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.net.URI;
import java.util.Optional;

/**
 * The pages of the shop that a message leads to. Whatever it does not give is left out of the message. Addresses must be
 * http or https. They stand in mails that others may forward and read, so whoever makes them decides what opens without
 * a login; a token in them should be hard to guess and good for one order. It is called by several threads at once.
 */
public interface Links {

    /** No pages. */
    Links NONE = new Links() {};

    /** Where the recipient sees the order. */
    default Optional<URI> statusPage(Notification notification, Recipient recipient) {
        return Optional.empty();
    }

    /**
     * Where the recipient turns off messages about this order. It becomes the mail's {@code List-Unsubscribe}. An https
     * address must also take the {@code POST} by which mail programs do it in one click (RFC 8058), without a login.
     */
    default Optional<URI> mute(Notification notification, Recipient recipient) {
        return Optional.empty();
    }

    /** Where the recipient says how the purchase went. */
    default Optional<URI> review(Notification notification, Recipient recipient) {
        return Optional.empty();
    }
}
