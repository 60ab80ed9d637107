package dev.orderly.mail;

import dev.orderly.notification.Notification;

/**
 * What messages say. {@link dev.orderly.mail.template.MessageTexts} reads it from templates. It is called by several
 * threads at once.
 */
@FunctionalInterface
public interface MessageRenderer {

    /** What a notification says to a recipient, in the recipient's language as far as there is a text in it. */
    Rendered render(Notification notification, Recipient recipient);
}
