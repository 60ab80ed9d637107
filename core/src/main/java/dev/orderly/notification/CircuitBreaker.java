package dev.orderly.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds a channel back that seems to be down: after several failures in a row with nothing sent between them, it lets one
 * message at a time try whether the channel is back, with longer and longer waits up to a minute. Thread-safe.
 */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;
    private Duration wait = FIRST;
    private @Nullable Instant until;

    /** How many messages may be tried now: as many as asked for, or one by way of trial, or none. */
    synchronized int admit(Instant now, int asked) {
        if (until == null) {
            return asked;
        }
        if (now.isBefore(until)) {
            return 0;
        }
        until = now.plus(wait); // other threads wait for what becomes of this trial
        return 1;
    }

    synchronized boolean isOn() {
        return until != null;
    }

    /** The channel answered; tells whether it seemed to be down before. */
    synchronized boolean succeeded() {
        boolean was = until != null;
        failures = 0;
        wait = FIRST;
        until = null;
        return was;
    }

    /** The channel did not answer; tells whether it seems to be down from now on. */
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
