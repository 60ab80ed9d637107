package dev.orderly.architecture.planted.store;

/** Breaks a rule on purpose. */
record StoreHelper() {}
