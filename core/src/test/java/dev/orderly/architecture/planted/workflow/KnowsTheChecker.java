package dev.orderly.architecture.planted.workflow;

import dev.orderly.architecture.planted.check.Rule;

/** Breaks a rule on purpose. */
record KnowsTheChecker(Rule rule) {}
