package dev.orderly.architecture.planted.decision;

/** Stands for a class of this package. */
public final class Verdict {}
