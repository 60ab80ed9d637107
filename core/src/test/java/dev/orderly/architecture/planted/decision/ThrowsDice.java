package dev.orderly.architecture.planted.decision;

import java.util.Random;

/** Breaks a rule on purpose. */
record ThrowsDice(Random dice) {
    int eyes() {
        return dice.nextInt(1, 7);
    }
}
