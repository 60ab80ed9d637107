/** The command that replays a log of events, beside a loop written by hand. */
@NullMarked
package dev.orderly.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
