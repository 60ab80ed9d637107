/** The facade: orders that are placed, moved and remembered over a store. */
@NullMarked
package dev.orderly;

import org.jspecify.annotations.NullMarked;
