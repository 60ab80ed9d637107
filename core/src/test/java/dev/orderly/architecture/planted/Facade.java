package dev.orderly.architecture.planted;

/** Stands for the facade. */
public final class Facade {}
