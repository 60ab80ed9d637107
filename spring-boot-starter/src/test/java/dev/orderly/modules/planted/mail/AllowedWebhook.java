package dev.orderly.modules.planted.mail;

import dev.orderly.modules.planted.Core;
import dev.orderly.modules.planted.webhook.Webhook;

/** Knows the same module, and core, as it may. */
record AllowedWebhook(Webhook webhook, Core core) {}
