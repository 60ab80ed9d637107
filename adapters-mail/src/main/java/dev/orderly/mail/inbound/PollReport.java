package dev.orderly.mail.inbound;

/**
 * What one look into a mailbox came to, in numbers of mails.
 *
 * @param commented those that are comments now
 * @param ignored those that programs wrote
 * @param refused those that cannot become comments
 * @param postponed those that are tried again at the next look; where the store does not answer, only the one that found
 *     that out
 * @param givenUp those that failed too often, and are left
 */
public record PollReport(int commented, int ignored, int refused, int postponed, int givenUp) {}
