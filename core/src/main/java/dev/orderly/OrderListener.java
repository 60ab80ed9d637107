package dev.orderly;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;

/**
 * Hears of every change, after the store has written it, on the thread that made it. At most once: a process that dies
 * between the two never tells. An exception is reported and changes nothing.
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
}
