package dev.orderly.architecture.planted.unmarked;

/** Breaks a rule on purpose. */
record Anything() {}
