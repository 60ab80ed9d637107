package dev.orderly.decision;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every change, after the store has written it, on the thread that made it. At most once: a process that dies
 * between the two never calls it. An exception is reported and changes nothing.
 */
@FunctionalInterface
public interface OrderListener {

    /**
     * Called after a change.
     *
     * @param order the order afterwards
     * @param entry what happened
     */
    void changed(Order order, Activity entry);

    /**
     * Called after a request to place or move an order, or a case of it, was refused; not for one that is repeated.
     *
     * @param order the order as it is; null if there is none
     */
    default void refused(@Nullable Order order, Request request, Rejected refusal) {}
}
