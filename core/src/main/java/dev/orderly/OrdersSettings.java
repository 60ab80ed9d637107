package dev.orderly;

import java.time.Duration;

/**
 * The limits of a facade.
 *
 * @param maxAttachmentSize the size in bytes up to which attachments are taken
 * @param answerRetention how long answers to requests with an id are kept
 */
record OrdersSettings(long maxAttachmentSize, Duration answerRetention) {}
