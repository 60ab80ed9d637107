/**
 * Holds Orderly against a table written by hand and against the state machines that a shop could take in its place: the
 * same flow, the same steps, in one run.
 */
@NullMarked
package dev.orderly.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
