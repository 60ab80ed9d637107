package dev.orderly.notification;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a dispatcher goes about its work.
 *
 * @param batch how many messages are claimed at once
 * @param lease for how long they are claimed
 * @param backoff how long a message waits after it failed
 * @param maxTries after how many tries a message is parked
 * @param clock what tells the time; null for the store's or the system's
 */
record DispatchSettings(
        int batch,
        Duration lease,
        Backoff backoff,
        int maxTries,
        @Nullable Clock clock) {}
