/** Dialects as a program outside Orderly makes them. */
@NullMarked
package dev.orderly.jdbc.outside;

import org.jspecify.annotations.NullMarked;
