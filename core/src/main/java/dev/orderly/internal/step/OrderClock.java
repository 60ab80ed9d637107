package dev.orderly.internal.step;

import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.store.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock that gives history entries their time, in microseconds. The time of an entry is never before that of the
 * one before it, even if the clocks of the nodes differ.
 */
public final class OrderClock {

    private final Clock clock;

    private final boolean asksStore;

    /** A clock over the given one; null for the system's. */
    public OrderClock(@Nullable Clock given) {
        clock = given == null ? Clock.systemUTC() : given;
        asksStore = given == null;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The time on which all nodes agree: that of the given clock, else of the store's, else of the system's. */
    public Instant shared(OrderStore store) {
        return (asksStore ? store.now() : Optional.<Instant>empty())
                .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                .orElseGet(this::now);
    }

    /** The time of the next entry of an order or of one of its cases: now, but not before its last transition. */
    public Instant next(Order order) {
        Instant next = later(now(), order.lastMove());
        for (OrderCase aCase : order.cases()) {
            next = later(next, aCase.lastMove());
        }
        return next;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
