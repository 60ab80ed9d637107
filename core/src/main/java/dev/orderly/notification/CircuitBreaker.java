package dev.orderly.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one channel. Five failures in a row, with no success between them, open it. While it is open,
 * it admits one trial message at a time; the wait between trials begins at one second and doubles up to one minute. A
 * success closes it. Thread-safe.
 */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;
    private Duration wait = FIRST;
    private @Nullable Instant until;

    /**
     * How many messages may be tried now: all that the caller asks for while closed, else one trial message or none.
     */
    synchronized int admit(Instant now, int asked) {
        if (until == null) {
            return asked;
        }
        if (now.isBefore(until)) {
            return 0;
        }
        until = now.plus(wait); // other threads wait for the outcome of this trial
        return 1;
    }

    synchronized boolean isOpen() {
        return until != null;
    }

    /** Records that the channel answered, and closes the breaker; returns whether it was open before. */
    synchronized boolean succeeded() {
        boolean was = until != null;
        failures = 0;
        wait = FIRST;
        until = null;
        return was;
    }

    /** Records that the channel did not answer; returns whether this failure opened the breaker. */
    synchronized boolean failed(Instant now) {
        failures++;
        if (failures < FAILURES) {
            return false;
        }
        boolean isNew = until == null;
        if (!isNew) {
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
        until = now.plus(wait);
        return isNew;
    }
}
