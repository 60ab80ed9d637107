/** Measures how long a program takes from its start to its first decision. */
@NullMarked
package dev.orderly.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
