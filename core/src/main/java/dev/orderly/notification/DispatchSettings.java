package dev.orderly.notification;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a dispatcher.
 *
 * @param batch how many messages one claim takes at most
 * @param lease how long a claim lasts
 * @param backoff the waits between attempts
 * @param maxTries after how many failed attempts a message becomes a dead letter
 * @param clock the source of the current time; null for the store's clock or else the system's
 */
record DispatchSettings(
        int batch,
        Duration lease,
        Backoff backoff,
        int maxTries,
        @Nullable Clock clock) {}
