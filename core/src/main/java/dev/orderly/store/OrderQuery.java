package dev.orderly.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query for orders, latest placed first. Immutable; each method returns a changed copy.
 *
 * @param workflow only orders of this workflow; null for all
 * @param version only orders of this version; 0 for all
 * @param statuses only orders in one of these statuses; empty for all
 * @param email only orders of this customer, letter case aside; null for all
 * @param activeOnly whether orders in a done status are left out
 * @param overdueAt only orders that are overdue at this time; null for all
 * @param after only orders listed after this one; null to begin with the first
 * @param limit how many at most; 1 to 1000
 */
public record OrderQuery(
        @Nullable String workflow,
        int version,
        Set<String> statuses,
        @Nullable String email,
        boolean activeOnly,
        @Nullable Instant overdueAt,
        @Nullable Position after,
        int limit) {

    /** The most orders that one page can have. */
    public static final int MAX_LIMIT = 1000;

    public OrderQuery {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ", but is " + limit);
        }
    }

    /** The active orders. */
    public static OrderQuery active() {
        return new OrderQuery(null, 0, Set.of(), null, true, null, null, 100);
    }

    /** All orders, done ones too. */
    public static OrderQuery all() {
        return new OrderQuery(null, 0, Set.of(), null, false, null, null, 100);
    }

    /** Only orders of a workflow. */
    public OrderQuery ofWorkflow(String name) {
        return new OrderQuery(name, version, statuses, email, activeOnly, overdueAt, after, limit);
    }

    /** Only orders of one version of a workflow. */
    public OrderQuery ofVersion(String name, int number) {
        return new OrderQuery(name, number, statuses, email, activeOnly, overdueAt, after, limit);
    }

    /** Only orders in one of these statuses, be they done or not. */
    public OrderQuery in(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("in(…) needs at least one status; without it, orders in all are listed");
        }
        return new OrderQuery(workflow, version, Set.copyOf(List.of(names)), email, false, overdueAt, after, limit);
    }

    /** Only orders of one customer. */
    public OrderQuery ofCustomer(String address) {
        return new OrderQuery(workflow, version, statuses, address, activeOnly, overdueAt, after, limit);
    }

    /** Only orders that are overdue at a time. */
    public OrderQuery overdueAt(Instant time) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, time, after, limit);
    }

    /** The page that follows an order. */
    public OrderQuery after(Position position) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, overdueAt, position, limit);
    }

    /** At most so many. */
    public OrderQuery limit(int most) {
        return new OrderQuery(workflow, version, statuses, email, activeOnly, overdueAt, after, most);
    }
}
