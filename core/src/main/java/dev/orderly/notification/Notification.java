package dev.orderly.notification;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Workflow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message for a channel to deliver, with the history entry that it is about. Immutable. */
public final class Notification {

    private final OutboxMessage message;
    private final Activity activity;
    private final Order order;
    private final Workflow workflow;

    private Notification(OutboxMessage message, Activity activity, Order order, Workflow workflow) {
        this.message = message;
        this.activity = activity;
        this.order = order;
        this.workflow = workflow;
    }

    /**
     * A message with the activity that it is about, the order right after it, and the workflow that the order followed.
     */
    public static Notification of(OutboxMessage message, Activity activity, Order order, Workflow workflow) {
        return new Notification(message, activity, order, workflow);
    }

    /** The message's id: the same in each attempt, and unique among the messages of all orders. */
    public String id() {
        return message.number() + "/" + message.sequence() + "/" + message.position();
    }

    /** The outbox's message: which role to notify, and by which channel. */
    public OutboxMessage message() {
        return message;
    }

    /** What happened: a transition of the order or of one of its cases, or a comment. */
    public Activity activity() {
        return activity;
    }

    /** The order as it was right after that, but for what was erased of it since. */
    public Order order() {
        return order;
    }

    /** The workflow that the order followed then. */
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Notification that
                        && message.equals(that.message)
                        && activity.equals(that.activity)
                        && order.equals(that.order)
                        && workflow.equals(that.workflow));
    }

    @Override
    public int hashCode() {
        return Objects.hash(message, activity, order, workflow);
    }

    @Override
    public String toString() {
        return "Notification[message=" + message
                + ", activity=" + activity
                + ", order=" + order
                + ", workflow=" + workflow
                + "]";
    }
}
