package dev.orderly.architecture.planted.check;

/** Breaks a rule on purpose. */
record AsksTheSystem() {
    long time() {
        return System.currentTimeMillis() + System.nanoTime();
    }
}
