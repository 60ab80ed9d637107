package dev.orderly.architecture.planted.workflow.file;

import java.util.concurrent.ThreadLocalRandom;

/** Breaks a rule on purpose. */
record ThrowsSharedDice() {
    int eyes() {
        return ThreadLocalRandom.current().nextInt(1, 7);
    }
}
