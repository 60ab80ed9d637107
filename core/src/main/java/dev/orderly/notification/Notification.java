package dev.orderly.notification;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Workflow;

/**
 * A message that is to be sent now, with what it tells of.
 *
 * @param message whom to tell, and by what channel
 * @param activity what happened: a transition of the order or of one of its cases, or a comment
 * @param order the order as it was right after that, but for what was erased of it since
 * @param workflow the workflow that the order followed then
 */
public record Notification(OutboxMessage message, Activity activity, Order order, Workflow workflow) {

    /** Names the message: the same each time that it is tried, and another for every other message of any order. */
    public String id() {
        return message.number() + "/" + message.sequence() + "/" + message.position();
    }
}
