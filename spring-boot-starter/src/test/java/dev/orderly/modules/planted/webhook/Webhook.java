package dev.orderly.modules.planted.webhook;

/** Stands for a class of the webhooks. */
public final class Webhook {}
