package dev.orderly.decision;

import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.NotificationRule;
import java.util.List;

/**
 * A request that is granted.
 *
 * @param order the order afterwards
 * @param entry the entry that its history gains
 * @param notifications which roles to notify; of a muted order, the customer only where it is always sent. Empty for the
 *     answer to a repeated request, since they were notified the first time
 */
public record Accepted(Order order, TransitionEntry entry, List<NotificationRule> notifications) implements Decision {

    public Accepted {
        notifications = List.copyOf(notifications);
    }
}
