package dev.orderly.modules.planted.jdbc;

/** Stands for a class of the store. */
public final class Jdbc {}
