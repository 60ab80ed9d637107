package dev.orderly.architecture.planted.decision;

import tools.jackson.databind.JsonNode;

/** Breaks a rule on purpose. */
record ReadsJson(JsonNode node) {}
