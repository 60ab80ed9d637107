package dev.orderly.mail;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.net.URI;
import java.util.Optional;

/**
 * The port for the addresses of the shop's pages that a message links to. A link that it does not give is left out of the
 * message. Addresses must be http or https. Recipients may forward a mail, so the implementation decides what a link opens
 * without a login; a token in it should be hard to guess and good for one order. Several threads call it at once.
 */
public interface Links {

    /** No pages. */
    Links NONE = new Links() {};

    /** The page on which the recipient sees the order. */
    default Optional<URI> statusPage(Notification notification, Recipient recipient) {
        return Optional.empty();
    }

    /**
     * The page on which the recipient turns off messages about this order. It becomes the mail's {@code List-Unsubscribe}. An https
     * address must also take the {@code POST} by which mail programs do it in one click (RFC 8058), without a login.
     */
    default Optional<URI> mute(Notification notification, Recipient recipient) {
        return Optional.empty();
    }

    /** The page on which the recipient reviews the purchase. */
    default Optional<URI> review(Notification notification, Recipient recipient) {
        return Optional.empty();
    }
}
