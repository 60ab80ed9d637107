package dev.orderly;

import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells when something happens: now, but never before what happened to the order, should the clocks of nodes differ, and to the microsecond. */
final class Timekeeper {

    private final Clock clock;

    Timekeeper(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The time of what happens to an order, or to one of its cases, now. */
    Instant next(Order order) {
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
