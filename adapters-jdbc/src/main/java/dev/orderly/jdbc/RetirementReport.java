package dev.orderly.jdbc;

/**
 * What came of a retirement.
 *
 * @param retired how many orders are in the archive now that were not
 * @param waiting how many are old enough and stay, for they have messages, an open case or a deadline
 * @param failed how many cannot be read or moved; the log names each
 */
public record RetirementReport(long retired, long waiting, long failed) {}
