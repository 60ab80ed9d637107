package dev.orderly.architecture.planted.order;

/** Stands for a class of this package. */
public final class Thing {}
