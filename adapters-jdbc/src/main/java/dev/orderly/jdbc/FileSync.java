package dev.orderly.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * How a store writes to a file that has one writer at a time. Of all stores of this process on one file, one writes at a time;
 * on a database whose commits return earlier, it runs a statement after its commit.
 *
 * @param file what identifies the file in this process, such as its JDBC URL
 * @param statement the statement that returns when everything that is committed is on the disk; null if a commit does that
 */
public record FileSync(String file, @Nullable String statement) {}
