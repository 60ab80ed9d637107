package dev.orderly.benchmarks.peers;

/** How long to measure: a glance for every day, or what a page may quote. */
public enum Effort {
    QUICK,
    FULL;

    /** What is right for a program that is in a hurry, or not. */
    public static Effort of(boolean quick) {
        return quick ? QUICK : FULL;
    }
}
