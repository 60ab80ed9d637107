package dev.orderly.benchmarks.peers;

import java.util.Arrays;

/** How long to measure: a glance for every day, or what a page may quote. */
public enum Effort {
    QUICK,
    FULL;

    /** Quick where the arguments of a program say so. */
    public static Effort of(String... args) {
        return Arrays.asList(args).contains("quick") ? QUICK : FULL;
    }
}
