package dev.orderly.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of an order's activity log. Entries are only ever added, each with the next sequence number. */
public sealed interface Activity permits TransitionEntry, Comment, NotificationPreference, Migration {

    /** The entry's place in the log: 1, 2, 3 and so on without a gap. */
    long sequence();

    /** Who did it. */
    Actor actor();

    /** When. */
    Instant at();

    /** The id of the request that asked for it; null if the request had none. */
    @Nullable
    String requestId();

    /** Tells whether somebody in a role may see the entry. */
    default boolean isVisibleTo(String role) {
        return true;
    }
}
