package dev.orderly.notification;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Workflow;

/**
 * A message for a channel to deliver, with the history entry that it is about.
 *
 * @param message the role to notify and the channel
 * @param activity what happened: a transition of the order or of one of its cases, or a comment
 * @param order the order right after that entry, without the personal data erased since
 * @param workflow the workflow that the order followed then
 */
public record Notification(OutboxMessage message, Activity activity, Order order, Workflow workflow) {

    /** The message's id: the same in each attempt, and unique among the messages of all orders. */
    public String id() {
        return message.number() + "/" + message.sequence() + "/" + message.position();
    }
}
