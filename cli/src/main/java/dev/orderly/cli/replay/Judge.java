package dev.orderly.cli.replay;

import dev.orderly.decision.Decision;
import dev.orderly.order.Order;
import org.jspecify.annotations.Nullable;

/** Who decides the rows of a log. */
interface Judge {

    /**
     * Decides a row.
     *
     * @param before the order as the rows before it left it; null if none of them placed it
     */
    Decision decide(LogRow row, @Nullable Order before);

    /** No more rows of the orders of the current group will come. */
    default void leaveGroup() {}
}
