package dev.orderly.architecture.planted.common;

/** Breaks a rule on purpose. */
record Anything() {}
