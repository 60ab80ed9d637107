package dev.orderly.mail.template;

import dev.orderly.mail.Links;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.net.URI;
import java.util.Optional;

/** A shop with every page. */
final class AllLinks implements Links {

    @Override
    public Optional<URI> statusPage(Notification notification, Recipient recipient) {
        return Optional.of(URI.create("https://shop.example/order?a=1&b=2"));
    }

    @Override
    public Optional<URI> mute(Notification notification, Recipient recipient) {
        return Optional.of(URI.create("https://shop.example/mute"));
    }

    @Override
    public Optional<URI> review(Notification notification, Recipient recipient) {
        return Optional.of(URI.create("https://shop.example/review"));
    }
}
