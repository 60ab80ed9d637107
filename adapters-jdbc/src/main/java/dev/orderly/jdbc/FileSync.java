package dev.orderly.jdbc;

/**
 * How a store waits for the disk on a database whose commits return earlier. Of all stores of this process on one file, one
 * writes at a time, and runs a statement after its commit.
 *
 * @param file what identifies the file in this process, such as its JDBC URL
 * @param statement the statement that returns when everything that is committed is on the disk
 */
public record FileSync(String file, String statement) {}
