package dev.orderly.modules.planted.statemachine;

import dev.orderly.modules.planted.spring.Starter;

/** Breaks a rule on purpose. */
record KnowsTheStarter(Starter starter) {}
