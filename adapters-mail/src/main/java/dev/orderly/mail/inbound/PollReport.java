package dev.orderly.mail.inbound;

/**
 * The result of one poll of a mailbox, in numbers of mails.
 *
 * @param commented mails that became comments
 * @param ignored mails that programs wrote
 * @param refused mails that cannot become comments
 * @param postponed mails that are tried again at the next poll; where the store does not answer, only the one during which
 *     that showed
 * @param givenUp mails that failed too often and are not tried again
 */
public record PollReport(int commented, int ignored, int refused, int postponed, int givenUp) {}
