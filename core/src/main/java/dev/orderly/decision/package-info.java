/** Deciding what an order may do: pure functions from an order and a request to a decision with its reasons. */
@NullMarked
package dev.orderly.decision;

import org.jspecify.annotations.NullMarked;
