package dev.orderly.architecture.planted.store;

import dev.orderly.architecture.planted.Facade;

/** Breaks a rule on purpose. */
record KnowsTheFacade(Facade facade) {}
