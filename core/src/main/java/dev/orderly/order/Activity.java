package dev.orderly.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of an order's activity log. Entries are only ever added, each with the next sequence number. */
public sealed interface Activity permits TransitionEntry, Comment, NotificationPreference, Migration, ErasureEntry {

    /** The entry's place in the log: 1, 2, 3 and so on without a gap. */
    long sequence();

    /** Who did it. */
    Actor actor();

    /** When. */
    Instant at();

    /** The id of the request that asked for it; null if the request had none. */
    @Nullable
    String requestId();

    /** What kind of entry it is. */
    default ActivityKind kind() {
        return accept(ActivityKind.VISITOR);
    }

    /** Calls the visitor's method for this kind of entry, and returns its result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A case distinction by the kind of entry, with a method for each, so that the compiler finds a kind that was forgotten.
     *
     * @param <R> the result
     */
    interface Visitor<R> {

        /** For a transition. */
        R transition(TransitionEntry entry);

        /** For a comment. */
        R comment(Comment comment);

        /** For a change of whether notifications are sent. */
        R notificationPreference(NotificationPreference preference);

        /** For a migration. */
        R migration(Migration migration);

        /** For an erasure of personal data. */
        R erasure(ErasureEntry erasure);
    }
}
