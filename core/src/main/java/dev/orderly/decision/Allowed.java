package dev.orderly.decision;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Transition;
import java.util.List;

/**
 * A request that the workflow allows.
 *
 * @param transition the transition that it takes
 * @param to the status that this leads to
 * @param data the request's data, canonical
 * @param items the units that it moves
 */
public record Allowed(Transition transition, String to, Data data, List<MovedItems> items) implements Verdict {

    public Allowed {
        items = List.copyOf(items);
    }

    /** A request that moves no units. */
    public Allowed(Transition transition, String to, Data data) {
        this(transition, to, data, List.of());
    }
}
