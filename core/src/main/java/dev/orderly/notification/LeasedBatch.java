package dev.orderly.notification;

import dev.orderly.store.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Messages that the outbox lent for a time, and that were not begun yet. Thread-safe. */
final class LeasedBatch {

    private final Deque<OutboxEntry> left;
    private final LeaseClock watch;
    private final Instant claimedAt;
    private final Instant lastBegin;
    private final Instant end;

    /** Of the lease, the second half is for the message that is begun last. */
    LeasedBatch(List<OutboxEntry> lent, LeaseClock watch, Instant claimedAt, Duration lease) {
        this.left = new ArrayDeque<>(lent);
        this.watch = watch;
        this.claimedAt = claimedAt;
        this.lastBegin = claimedAt.plus(lease.dividedBy(2));
        this.end = claimedAt.plus(lease);
    }

    /** The next message to be sent; empty if none is left, or too little of the lease. */
    synchronized Optional<OutboxEntry> begin() {
        return watch.now().isAfter(lastBegin) ? Optional.empty() : Optional.ofNullable(left.poll());
    }

    /** What was not begun and will not be, so that it can be given back. */
    synchronized List<OutboxEntry> drop() {
        List<OutboxEntry> dropped = new ArrayList<>(left);
        left.clear();
        return dropped;
    }

    /** Since when a message may be claimed, if it is given back. */
    Instant placeOf(OutboxEntry delivery) {
        return delivery.availableAt() == null ? claimedAt : delivery.availableAt();
    }

    /** Tells whether somebody else may have been lent the same messages by now. */
    boolean isOver() {
        return !watch.now().isBefore(end);
    }

    Instant now() {
        return watch.now();
    }
}
