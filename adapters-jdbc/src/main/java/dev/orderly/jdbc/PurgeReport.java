package dev.orderly.jdbc;

/**
 * What came of a purge.
 *
 * @param purged how many orders are purged
 * @param partitions how many partitions of the archive were dropped
 */
public record PurgeReport(long purged, int partitions) {}
