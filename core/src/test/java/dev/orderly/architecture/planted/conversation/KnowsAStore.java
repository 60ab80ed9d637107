package dev.orderly.architecture.planted.conversation;

import dev.orderly.architecture.planted.store.PlantedStore;

/** Breaks a rule on purpose. */
record KnowsAStore(PlantedStore shelf) {}
