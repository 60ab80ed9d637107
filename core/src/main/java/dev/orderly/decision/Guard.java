package dev.orderly.decision;

import dev.orderly.order.OrderView;
import java.util.Optional;

/**
 * A condition that needs code. Must be pure, quick and thread-safe: the same order and request give the same answer, and
 * nothing else happens; it may be asked more than once for one decision. What it needs to know beyond the order it is
 * given through the request's data, or holds as an immutable value.
 */
@FunctionalInterface
public interface Guard {

    /**
     * What speaks against it, or empty. Where the question is what is possible, the request has no data yet: an objection
     * to data that are missing then calls the event impossible.
     *
     * @param order the order as it is, without the request's data; for a start, an order in no status that has only its
     *     number
     * @param request what is asked
     */
    Optional<Reason> objection(OrderView order, Request request);
}
