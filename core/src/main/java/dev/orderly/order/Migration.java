package dev.orderly.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order moved to another version of its workflow.
 *
 * @param fromVersion the version before
 * @param toVersion the version after
 * @param from the status before
 * @param to the status after: the same, or what it is called now
 */
public record Migration(
        long sequence,
        Actor actor,
        Instant at,
        int fromVersion,
        int toVersion,
        String from,
        String to,
        @Nullable String requestId)
        implements Activity {

    /** What stands for a migration in an order's trail; no event can have this name. */
    public static final String EVENT = "(migration)";

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.migration(this);
    }
}
