package dev.orderly.http.lookup;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Counts tries, and tells those who try too often to wait. Of each key it keeps the times of its last tries, in a table
 * of fixed size that no flood of keys makes larger. Two keys may share a place in the table and then count as one: a
 * secret that is made anew by each process decides which, so that nobody can choose whom to share with. Thread-safe.
 */
final class Throttle {

    private final int tries;
    private final long window;
    private final Clock clock;
    private final Secret secret = Secret.random();
    private final Object[] locks = new Object[256];
    private final long[] times;
    private final int places;

    /**
     * A throttle.
     *
     * @param tries how many tries are free within the window
     * @param window the time that it looks back
     * @param places how many keys it can tell apart at most, a power of two
     */
    Throttle(int tries, Duration window, int places, Clock clock) {
        this.tries = tries;
        this.window = window.toMillis();
        this.places = places;
        this.clock = clock;
        this.times = new long[tries * places];
        Arrays.fill(times, Long.MIN_VALUE / 2);
        Arrays.setAll(locks, i -> new Object());
    }

    /** Counts a try; empty if it is free, otherwise how long to wait, at least a second. A refused try does not count. */
    Optional<Duration> attempt(String key) {
        int place = secret.hash(key) & (places - 1);
        long now = clock.millis();
        synchronized (locks[place & (locks.length - 1)]) {
            int oldest = oldest(place);
            long free = times[oldest] + window;
            if (free > now) {
                return Optional.of(Duration.ofSeconds(Math.max(1, (free - now + 999) / 1000)));
            }
            times[oldest] = now;
            return Optional.empty();
        }
    }

    private int oldest(int place) {
        int oldest = place * tries;
        for (int i = oldest + 1; i < (place + 1) * tries; i++) {
            if (times[i] < times[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }
}
