package dev.orderly.internal.step;

import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.store.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells when something happens: now, but never before what happened to the order, should the clocks of nodes differ, and to the microsecond. */
public final class OrderClock {

    private final Clock clock;

    private final boolean asksStore;

    /** One that looks at the given clock; without one, at the system's. */
    public OrderClock(@Nullable Clock given) {
        clock = given == null ? Clock.systemUTC() : given;
        asksStore = given == null;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The time on which all nodes agree: by the given clock, else by the store's, else by the system's. */
    public Instant shared(OrderStore store) {
        return (asksStore ? store.now() : Optional.<Instant>empty())
                .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                .orElseGet(this::now);
    }

    /** The time of what happens to an order, or to one of its cases, now. */
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
