package dev.orderly.notification;

/**
 * The port by which a channel gets the text of a message. The module {@code orderly-mail} implements it with templates;
 * a channel calls it from several threads at once.
 */
@FunctionalInterface
public interface MessageRenderer {

    /** The text of a notification for a recipient, in the recipient's language as far as there is a text in it. */
    RenderedMessage render(Notification notification, Recipient recipient);
}
