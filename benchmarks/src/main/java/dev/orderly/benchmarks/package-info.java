/** Measures what loading a workflow and sending messages cost, and writes logs of events to replay. */
@NullMarked
package dev.orderly.benchmarks;

import org.jspecify.annotations.NullMarked;
