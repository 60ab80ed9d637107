package dev.orderly.cli.demo;

import dev.orderly.notification.Notification;
import dev.orderly.order.TransitionEntry;

/**
 * What a message tells of.
 *
 * @param workflow the shop's workflow
 * @param event the event, with the case that it belongs to; or that somebody wrote
 * @param to the role that is told
 * @param channel by what channel
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

    /** Tells apart what is worth showing. */
    String kind() {
        return workflow + "-" + event + "-" + to;
    }

    String title() {
        return event + " → " + to + " by " + channel;
    }
}
