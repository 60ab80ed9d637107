package dev.orderly.order;

import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.OrderFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of an order as deciding needs. {@link Order} is one; a shop that keeps its orders itself can implement it on
 * its own entity or fill an {@link OrderState}.
 */
public interface OrderView extends OrderFacts {

    /** The status that the order is in. */
    String status();

    /** When the last transition happened; nothing may happen before it. */
    default Instant lastMove() {
        return since();
    }

    /** What was ordered. */
    default List<Line> lines() {
        return List.of();
    }

    /** Where the units of what was ordered are; empty where the workflow does not look at them. */
    default ItemCounts items() {
        return ItemCounts.EMPTY;
    }

    /**
     * The status of a flow, or by the name {@link FlowCondition#ORDER} the order's own; null where there is
     * no such flow, or it has not begun.
     */
    default @Nullable String flowStatus(String flow) {
        return flow.equals(FlowCondition.ORDER) ? status() : null;
    }

    /** Whether a case on the order is open. */
    default boolean hasOpenCase() {
        return false;
    }
}
