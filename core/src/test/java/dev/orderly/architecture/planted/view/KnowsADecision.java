package dev.orderly.architecture.planted.view;

import dev.orderly.architecture.planted.decision.Verdict;

/** Breaks a rule on purpose. */
record KnowsADecision(Verdict verdict) {}
