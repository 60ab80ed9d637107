package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A named place that an order can be in.
 *
 * @param name the status' code
 * @param label what people call it
 * @param note what it means for the customer
 * @param done whether an order here is fulfilled or dead, so that a list of active orders leaves it out
 * @param shownAs the coarser status that the customer sees in its place; null to show this one
 * @param due when an order should have left; an order that is still here then is overdue
 */
public record Status(
        String name,
        LocalText label,
        LocalText note,
        boolean done,
        @Nullable String shownAs,
        @Nullable TimeLimit due) {

    public Status {
        Name.require("status", name);
    }
}
