package dev.orderly.architecture.planted.check;

/** Stands for a class of this package. */
public final class Rule {}
