package dev.orderly.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query for orders, latest placed first, or longest overdue first. Immutable; each method returns a changed copy. */
public final class OrderQuery {

    /** The most orders that one page can have. */
    public static final int MAX_LIMIT = 1000;

    private static final int USUAL_LIMIT = 100;

    private final @Nullable String workflow;
    private final int version;
    private final Set<String> statuses;
    private final @Nullable String email;
    private final boolean activeOnly;
    private final @Nullable Instant overdueAt;
    private final @Nullable Position after;
    private final int limit;

    private OrderQuery(
            @Nullable String workflow,
            int version,
            Set<String> statuses,
            @Nullable String email,
            boolean activeOnly,
            @Nullable Instant overdueAt,
            @Nullable Position after,
            int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ", but is " + limit);
        }
        this.workflow = workflow;
        this.version = version;
        this.statuses = Set.copyOf(statuses);
        this.email = email;
        this.activeOnly = activeOnly;
        this.overdueAt = overdueAt;
        this.after = after;
        this.limit = limit;
    }

    /** The first hundred of the active orders. */
    public static OrderQuery active() {
        return all().withActiveOnly(true);
    }

    /** The first hundred of all orders, done ones included. */
    public static OrderQuery all() {
        return new OrderQuery(null, 0, Set.of(), null, false, null, null, USUAL_LIMIT);
    }

    /** Only orders of a workflow, of all its versions. */
    public OrderQuery withWorkflow(String name) {
        return new OrderQuery(name, 0, statuses, email, activeOnly, overdueAt, after, limit);
    }

    /** Only orders of one version of a workflow. */
    public OrderQuery withVersion(String name, int number) {
        return new OrderQuery(name, number, statuses, email, activeOnly, overdueAt, after, limit);
    }

    /**
     * Only orders in one of these statuses. Of {@link #active}, only those that are not done: begin with {@link #all} to
     * list orders in done statuses.
     *
     * @throws IllegalArgumentException if there is no status
     */
    public OrderQuery withStatuses(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException(
                    "withStatuses(…) needs at least one status; without it, orders in all statuses are listed");
        }
        return new OrderQuery(
                workflow, version, Set.copyOf(List.of(names)), email, activeOnly, overdueAt, after, limit);
    }

    /** Only orders of the customer with this e-mail address, letter case aside. */
    public OrderQuery withCustomer(String address) {
        return new OrderQuery(workflow, version, statuses, address, activeOnly, overdueAt, after, limit);
    }

    /** Only orders that are not in a done status; or all. */
    public OrderQuery withActiveOnly(boolean only) {
        return new OrderQuery(workflow, version, statuses, email, only, overdueAt, after, limit);
    }

    /** Only orders that are overdue at a time, sorted by the time at which they became so, the earliest first. */
    public OrderQuery withOverdueAt(Instant time) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, time, after, limit);
    }

    /** The page that follows a position, which is {@link Page#next} of the page before. */
    public OrderQuery withAfter(Position position) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, overdueAt, position, limit);
    }

    /**
     * At most so many orders; 100 unless said.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value #MAX_LIMIT}
     */
    public OrderQuery withLimit(int most) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, overdueAt, after, most);
    }

    /** Only orders of this workflow; null for all. */
    public @Nullable String workflow() {
        return workflow;
    }

    /** Only orders of this version; 0 for all. */
    public int version() {
        return version;
    }

    /** Only orders in one of these statuses; empty for all. */
    public Set<String> statuses() {
        return statuses;
    }

    /** Only orders of this customer, letter case aside; null for all. */
    public @Nullable String email() {
        return email;
    }

    /** Whether orders in a done status are left out. */
    public boolean activeOnly() {
        return activeOnly;
    }

    /** Only orders that are overdue at this time; null for all. */
    public @Nullable Instant overdueAt() {
        return overdueAt;
    }

    /** Only orders listed after this one; null to begin with the first. */
    public @Nullable Position after() {
        return after;
    }

    /** How many at most; 1 to 1000. */
    public int limit() {
        return limit;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OrderQuery that
                        && Objects.equals(workflow, that.workflow)
                        && version == that.version
                        && statuses.equals(that.statuses)
                        && Objects.equals(email, that.email)
                        && activeOnly == that.activeOnly
                        && Objects.equals(overdueAt, that.overdueAt)
                        && Objects.equals(after, that.after)
                        && limit == that.limit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(workflow, version, statuses, email, activeOnly, overdueAt, after, limit);
    }
}
