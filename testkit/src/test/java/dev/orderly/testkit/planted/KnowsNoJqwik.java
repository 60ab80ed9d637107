package dev.orderly.testkit.planted;

import dev.orderly.testkit.Scenario;

/** Keeps the rule: what it uses is free of jqwik. */
interface KnowsNoJqwik {

    Scenario scenario();
}
