package dev.orderly.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long each time, up to a longest wait. Of each wait a random part, up to
 * half of it, is left out, so that what failed together is not tried together again.
 *
 * @param first the wait after the first failure
 * @param longest what it never exceeds
 * @param random where the random part comes from
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /** The wait after so many failures, from 1. */
    Duration after(int failures) {
        long wait = longest.toNanos();
        int doublings = failures - 1;
        if (doublings < Long.numberOfLeadingZeros(first.toNanos())) {
            wait = Math.min(wait, first.toNanos() << doublings);
        }
        return Duration.ofNanos(wait - random.nextLong(wait / 2 + 1));
    }
}
