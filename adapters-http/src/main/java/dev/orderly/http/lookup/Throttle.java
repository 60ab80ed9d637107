package dev.orderly.http.lookup;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A limit on the number of attempts within a window of time. It keeps the times of the last attempts of each key, in a
 * table of fixed size. Two keys may share a place in the table and then count as one; which ones do depends on a random
 * secret of the process, so that an attacker cannot choose them. Thread-safe.
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
     * @param tries the number of attempts that are free within the window
     * @param window the length of the window
     * @param places the number of places in the table, a power of two
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

    /**
     * Counts an attempt; empty if it is free, otherwise how long to wait, at least a second. A refused attempt does not
     * count.
     */
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
