package dev.orderly.jdbc;

import dev.orderly.store.Change;

/** Writes a step of an order with all that belongs to it, or throws and writes nothing. */
interface StepWriter {

    void write(Change change);
}
