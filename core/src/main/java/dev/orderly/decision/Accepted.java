package dev.orderly.decision;

import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.NotificationRule;
import java.util.List;

/**
 * A request that is granted.
 *
 * @param steps what it asked for, and behind it the automatic steps that follow at once; all of them are written or none
 */
public record Accepted(List<AcceptedStep> steps) implements Decision {

    /**
     * With what was asked for, and behind it the automatic steps that follow.
     *
     * @throws IllegalArgumentException if there is no step
     */
    public Accepted {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a granted request has at least the step that it asked for");
        }
    }

    /** With nothing automatic behind what was asked for. */
    public Accepted(Order order, TransitionEntry entry, List<NotificationRule> notifications) {
        this(List.of(new AcceptedStep(order, entry, notifications)));
    }

    /** The order afterwards, once the automatic steps are taken as well. */
    public Order order() {
        return steps.get(steps.size() - 1).order();
    }

    /** The entry of what was asked for. */
    public TransitionEntry entry() {
        return steps.get(0).entry();
    }

    /**
     * Which roles to notify of what was asked for; of a muted order, the customer only where it is always sent. Empty for the
     * answer to a repeated request, since they were notified the first time.
     */
    public List<NotificationRule> notifications() {
        return steps.get(0).notifications();
    }

    /** The automatic steps that follow, in their order; empty for none. */
    public List<AcceptedStep> automatic() {
        return steps.subList(1, steps.size());
    }
}
