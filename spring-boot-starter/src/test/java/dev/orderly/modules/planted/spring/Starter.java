package dev.orderly.modules.planted.spring;

/** Stands for a class of the starter. */
public final class Starter {}
