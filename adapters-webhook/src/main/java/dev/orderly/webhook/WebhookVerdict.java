package dev.orderly.webhook;

/** The result of verifying a call. */
public enum WebhookVerdict {
    /** The sender knows the secret, and signed the call just now. */
    GENUINE,
    /** A header is missing or cannot be read: the call is no webhook. */
    INCOMPLETE,
    /** The call was signed too long ago or in the future: an old call is repeated, or a clock is wrong. */
    STALE,
    /** The signature belongs to another body, time or id, or to another secret. */
    FORGED
}
