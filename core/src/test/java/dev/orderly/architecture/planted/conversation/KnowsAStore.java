package dev.orderly.architecture.planted.conversation;

import dev.orderly.architecture.planted.store.Shelf;

/** Breaks a rule on purpose. */
record KnowsAStore(Shelf shelf) {}
