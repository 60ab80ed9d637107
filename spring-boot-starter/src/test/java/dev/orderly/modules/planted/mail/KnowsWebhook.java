package dev.orderly.modules.planted.mail;

import dev.orderly.modules.planted.webhook.Webhook;

/** Breaks a rule on purpose. */
record KnowsWebhook(Webhook webhook) {}
