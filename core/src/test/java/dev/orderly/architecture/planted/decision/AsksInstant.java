package dev.orderly.architecture.planted.decision;

import java.time.Instant;

/** Breaks a rule on purpose. */
record AsksInstant() {
    Instant time() {
        return Instant.now();
    }
}
