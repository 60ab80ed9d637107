package dev.orderly.architecture.planted.order;

import java.time.Clock;
import java.time.Instant;

/** Breaks a rule on purpose. */
record AsksAClock(Clock clock) {
    Instant time() {
        return clock.instant();
    }
}
