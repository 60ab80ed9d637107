/** A sweep of due deadlines beside one bulk statement that does the same rows, on real databases. */
@NullMarked
package dev.orderly.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
