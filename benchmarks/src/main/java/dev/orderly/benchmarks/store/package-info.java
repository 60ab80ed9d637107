/** Orderly's store beside JDBC written by hand, on real databases. */
@NullMarked
package dev.orderly.benchmarks.store;

import org.jspecify.annotations.NullMarked;
