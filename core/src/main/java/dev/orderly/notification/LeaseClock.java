package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clock for leases, on whose time all nodes agree: it reads the store's time once and adds what this machine's
 * monotonic clock measures from then on, so that a lease expires here no later than on other nodes.
 */
final class LeaseClock {

    private final @Nullable Clock given;
    private final long startedAt = System.nanoTime();
    private final Instant start;

    private LeaseClock(@Nullable Clock given, OrderStore store) {
        this.given = given;
        this.start = given == null ? store.now().orElseGet(Instant::now) : given.instant();
    }

    /** A clock that uses the given clock, else the store's, else the system's. */
    static LeaseClock start(@Nullable Clock given, OrderStore store) {
        return new LeaseClock(given, store);
    }

    Instant now() {
        Instant now = given == null ? start.plusNanos(System.nanoTime() - startedAt) : given.instant();
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
