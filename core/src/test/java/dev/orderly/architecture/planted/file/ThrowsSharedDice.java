package dev.orderly.architecture.planted.file;

import java.util.concurrent.ThreadLocalRandom;

/** Breaks a rule on purpose. */
record ThrowsSharedDice() {
    int eyes() {
        return ThreadLocalRandom.current().nextInt(1, 7);
    }
}
