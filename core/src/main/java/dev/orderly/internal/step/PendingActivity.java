package dev.orderly.internal.step;

import dev.orderly.decision.AcceptedStep;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.NotificationRule;
import java.util.List;

/**
 * An activity of an order that is not written yet.
 *
 * @param before the order on which it was decided
 * @param after what it makes of the order
 * @param notifications the notification rules whose messages are written with it
 * @param automatic the automatic steps that follow it and are written with it
 */
public record PendingActivity(
        StoredOrder before,
        Order after,
        Activity activity,
        List<NotificationRule> notifications,
        List<AcceptedStep> automatic) {

    /** An activity without messages. */
    public PendingActivity(StoredOrder before, Order after, Activity activity, List<AcceptedStep> automatic) {
        this(before, after, activity, List.of(), automatic);
    }
}
