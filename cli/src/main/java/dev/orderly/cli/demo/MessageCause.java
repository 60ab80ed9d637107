package dev.orderly.cli.demo;

import dev.orderly.notification.Notification;
import dev.orderly.order.TransitionEntry;

/**
 * The cause of a message: the event that it is about, its recipient and channel.
 *
 * @param workflow the shop's workflow
 * @param event the event, with the case that it belongs to; or {@code comment}
 * @param to the role that is notified
 * @param channel the channel
 */
record MessageCause(String workflow, String event, String to, String channel) {

    static MessageCause of(Notification notification) {
        String event = "comment";
        if (notification.activity() instanceof TransitionEntry entry) {
            event = entry.caseRef() == null ? entry.event() : entry.caseRef().type() + "-" + entry.event();
        }
        return new MessageCause(
                notification.workflow().name(),
                event,
                notification.message().to(),
                notification.message().channel());
    }

    /** The kind of the message, of which the demo shows one example each. */
    String kind() {
        return workflow + "-" + event + "-" + to;
    }

    String title() {
        return event + " → " + to + " by " + channel;
    }
}
