/** Compares databases that run within the program, by plain SQL that does what a step of an order does. */
@NullMarked
package dev.orderly.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
