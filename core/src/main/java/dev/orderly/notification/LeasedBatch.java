package dev.orderly.notification;

import dev.orderly.store.OutboxLease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages of one claim whose sending has not started, with their lease. Thread-safe. */
final class LeasedBatch {

    private final Deque<OutboxLease> left;
    private final LeaseClock clock;
    private final Instant lastBegin;

    /** No message is started in the second half of the lease, which is left for the one that was started last. */
    LeasedBatch(List<OutboxLease> claimed, LeaseClock clock, Instant claimedAt, Duration lease) {
        this.left = new ArrayDeque<>(claimed);
        this.clock = clock;
        this.lastBegin = claimedAt.plus(lease.dividedBy(2));
    }

    /** The next message to send; empty if none is left or half of the lease is over. */
    synchronized Optional<OutboxLease> begin() {
        return clock.now().isAfter(lastBegin) ? Optional.empty() : Optional.ofNullable(left.poll());
    }

    /** Removes and returns the messages that were not started, so that the worker can release them. */
    synchronized List<OutboxLease> drop() {
        List<OutboxLease> dropped = new ArrayList<>(left);
        left.clear();
        return dropped;
    }

    Instant now() {
        return clock.now();
    }
}
