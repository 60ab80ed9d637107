package dev.orderly.spring;

import dev.orderly.mail.Links;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.net.URI;
import java.util.Optional;

/**
 * Leads every message to the page where orders are looked up.
 *
 * @param page its address, the same for all, so that nothing in it opens an order
 */
record StatusPageLink(URI page) implements Links {

    @Override
    public Optional<URI> statusPage(Notification notification, Recipient recipient) {
        return Optional.of(page);
    }
}
