package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time on which all nodes agree: asked of the store once, and from then on reckoned by what this machine measures, so
 * that a lease is over here no later than elsewhere.
 */
final class LeaseClock {

    private final @Nullable Clock given;
    private final long startedAt = System.nanoTime();
    private final Instant start;

    private LeaseClock(@Nullable Clock given, OrderStore store) {
        this.given = given;
        this.start = given == null ? store.now().orElseGet(Instant::now) : given.instant();
    }

    /** One that goes by the given clock, else by the store's, else by the system's. */
    static LeaseClock start(@Nullable Clock given, OrderStore store) {
        return new LeaseClock(given, store);
    }

    Instant now() {
        Instant now = given == null ? start.plusNanos(System.nanoTime() - startedAt) : given.instant();
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
