package dev.orderly.modules.planted.webhook;

import dev.orderly.modules.planted.Core;
import tools.jackson.databind.JsonNode;

/** Knows the same module, core, the JDK and Jackson, as it may. */
record AllowedJackson(Webhook webhook, Core core, JsonNode json, String text) {}
