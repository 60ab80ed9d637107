package dev.orderly.architecture.planted.store;

/** Stands for a class of this package. */
public final class PlantedStore {}
