package dev.orderly.architecture.planted.notification;

import dev.orderly.architecture.planted.Facade;

/** Breaks a rule on purpose. */
record KnowsTheFacade(Facade facade) {}
