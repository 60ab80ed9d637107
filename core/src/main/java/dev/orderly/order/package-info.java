/** An order and its append-only history: immutable values, and the rules by which a history becomes a snapshot. */
@NullMarked
package dev.orderly.order;

import org.jspecify.annotations.NullMarked;
