package dev.orderly.decision;

import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.NotificationRule;
import java.util.List;

/**
 * One step of an order that is decided and not taken yet.
 *
 * @param order the order after this step
 * @param entry the entry that its history gains
 * @param notifications which roles to notify; of a muted order, the customer only where it is always sent
 */
public record AcceptedStep(Order order, TransitionEntry entry, List<NotificationRule> notifications) {

    public AcceptedStep {
        notifications = List.copyOf(notifications);
    }
}
