package dev.orderly.architecture.planted.decision;

import dev.orderly.architecture.planted.check.Rule;

/** Allowed by itself, but closes a circle. */
record KnowsARule(Rule rule) {}
