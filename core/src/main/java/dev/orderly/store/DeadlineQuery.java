package dev.orderly.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which expired deadlines are claimed, and for how long. Immutable; each method returns a changed copy. */
public final class DeadlineQuery {

    private final Instant now;
    private final Duration lease;
    private final int limit;
    private final Set<WorkflowVersion> excluded;

    private DeadlineQuery(Instant now, Duration lease, int limit, Set<WorkflowVersion> excluded) {
        this.now = now;
        this.lease = lease;
        this.limit = limit;
        this.excluded = Set.copyOf(excluded);
    }

    /**
     * The orders whose deadline has expired.
     *
     * @param now the current time, from which the lease runs
     * @param lease how long the claim lasts
     * @param limit how many orders at most
     */
    public static DeadlineQuery of(Instant now, Duration lease, int limit) {
        return new DeadlineQuery(now, lease, limit, Set.of());
    }

    /** Without orders of these versions, which other nodes claim. */
    public DeadlineQuery withExcluded(Set<WorkflowVersion> versions) {
        return new DeadlineQuery(now, lease, limit, versions);
    }

    /** The current time, from which the lease runs. */
    public Instant now() {
        return now;
    }

    /** How long the claim lasts. */
    public Duration lease() {
        return lease;
    }

    /** When the claim's lease expires. */
    public Instant until() {
        return now.plus(lease);
    }

    /** How many orders at most. */
    public int limit() {
        return limit;
    }

    /** The versions whose orders are not claimed. */
    public Set<WorkflowVersion> excluded() {
        return excluded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeadlineQuery that
                        && now.equals(that.now)
                        && lease.equals(that.lease)
                        && limit == that.limit
                        && excluded.equals(that.excluded));
    }

    @Override
    public int hashCode() {
        return Objects.hash(now, lease, limit, excluded);
    }
}
