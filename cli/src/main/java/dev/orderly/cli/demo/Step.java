package dev.orderly.cli.demo;

import dev.orderly.notification.Notification;
import dev.orderly.order.HistoryEntry;

/**
 * What a message tells of.
 *
 * @param workflow the shop's workflow
 * @param event the event, with the case that it belongs to; or that somebody wrote
 * @param to the role that is told
 * @param channel by what channel
 */
record Step(String workflow, String event, String to, String channel) {

    static Step of(Notification notification) {
        String event = "comment";
        if (notification.activity() instanceof HistoryEntry entry) {
            event = entry.about() == null ? entry.event() : entry.about().type() + "-" + entry.event();
        }
        return new Step(
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
