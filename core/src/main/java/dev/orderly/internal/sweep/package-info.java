/** Fires expired deadlines. Not exported: only {@link dev.orderly.Orders} uses it. */
@NullMarked
package dev.orderly.internal.sweep;

import org.jspecify.annotations.NullMarked;
