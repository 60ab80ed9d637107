package dev.orderly.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * An exponential back-off with jitter: each wait is twice as long as the one before, up to the longest. A random part
 * of up to half is left out of each wait, so that messages that failed together are not retried together.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 * @param random the source of the random part
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /** The wait after a number of failures, from 1. */
    Duration after(int failures) {
        long wait = longest.toNanos();
        int doublings = failures - 1;
        if (doublings < Long.numberOfLeadingZeros(first.toNanos())) {
            wait = Math.min(wait, first.toNanos() << doublings);
        }
        return Duration.ofNanos(wait - random.nextLong(wait / 2 + 1));
    }
}
