/** Empty databases for programs that measure: of servers that they start and end, or of the caller's. */
@NullMarked
package dev.orderly.benchmarks.database;

import org.jspecify.annotations.NullMarked;
