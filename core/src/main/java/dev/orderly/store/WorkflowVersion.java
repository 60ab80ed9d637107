package dev.orderly.store;

import dev.orderly.order.Order;

/**
 * The name of a version of a workflow.
 *
 * @param workflow the workflow's name
 * @param version the version's number
 */
public record WorkflowVersion(String workflow, int version) {

    /** The version that an order follows. */
    public static WorkflowVersion of(Order order) {
        return new WorkflowVersion(order.workflow(), order.version());
    }

    @Override
    public String toString() {
        return workflow + " version " + version;
    }
}
