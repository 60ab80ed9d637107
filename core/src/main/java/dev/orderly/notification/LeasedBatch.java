package dev.orderly.notification;

import dev.orderly.store.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The messages of one claim whose sending has not started, with their lease. Thread-safe. */
final class LeasedBatch {

    private final Deque<OutboxEntry> left;
    private final LeaseClock clock;
    private final Instant claimedAt;
    private final Instant lastBegin;
    private final Instant end;

    /** No message is started in the second half of the lease, which is left for the one that was started last. */
    LeasedBatch(List<OutboxEntry> claimed, LeaseClock clock, Instant claimedAt, Duration lease) {
        this.left = new ArrayDeque<>(claimed);
        this.clock = clock;
        this.claimedAt = claimedAt;
        this.lastBegin = claimedAt.plus(lease.dividedBy(2));
        this.end = claimedAt.plus(lease);
    }

    /** The next message to send; empty if none is left or half of the lease is over. */
    synchronized Optional<OutboxEntry> begin() {
        return clock.now().isAfter(lastBegin) ? Optional.empty() : Optional.ofNullable(left.poll());
    }

    /** Removes and returns the messages that were not started, so that the worker can release them. */
    synchronized List<OutboxEntry> drop() {
        List<OutboxEntry> dropped = new ArrayList<>(left);
        left.clear();
        return dropped;
    }

    /** The time from which a released message may be claimed, which restores its place in the queue. */
    Instant availableAt(OutboxEntry entry) {
        return entry.availableAt() == null ? claimedAt : entry.availableAt();
    }

    /** Whether the lease has expired, so that another node may have claimed the same messages. */
    boolean isOver() {
        return !clock.now().isBefore(end);
    }

    Instant now() {
        return clock.now();
    }
}
