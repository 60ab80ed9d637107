/** Driving orders from a log of events that may be larger than memory. */
@NullMarked
package dev.orderly.cli.replay;

import org.jspecify.annotations.NullMarked;
