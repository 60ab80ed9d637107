package dev.orderly.modules.planted;

/** Stands for a class of core. */
public final class Core {}
