package dev.orderly.webhook;

/** What a receiver finds out about a call that claims to be a webhook. */
public enum WebhookVerdict {
    /** It comes from somebody who knows the secret, and just now. */
    GENUINE,
    /** A header is missing or cannot be read: it is no webhook. */
    INCOMPLETE,
    /** It was signed too long ago, or in the future: somebody sends an old call again, or a clock is wrong. */
    STALE,
    /** The signature belongs to another body, time or id, or to another secret. */
    FORGED
}
