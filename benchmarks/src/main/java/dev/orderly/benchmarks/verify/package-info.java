/** Measures how long it takes to verify a whole database. */
@NullMarked
package dev.orderly.benchmarks.verify;

import org.jspecify.annotations.NullMarked;
