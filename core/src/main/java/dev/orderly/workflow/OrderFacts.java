package dev.orderly.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the conditions of a workflow may look at: an order as far as it is known when something is asked of it. */
public interface OrderFacts {

    /** The order's number. */
    String number();

    /** When the order entered the status that it is in. */
    Instant since();

    /** The canonical value of a field, or null where it has none. */
    @Nullable
    Object field(String name);

    /** When an event last happened to the order, or null if it never did. */
    @Nullable
    Instant timeOf(String event);
}
