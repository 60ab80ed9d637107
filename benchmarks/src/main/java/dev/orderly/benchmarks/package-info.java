/** Measures what deciding, a whole order's life and loading a workflow cost, beside a table written by hand. */
@NullMarked
package dev.orderly.benchmarks;

import org.jspecify.annotations.NullMarked;
