/** What the examples share. */
@NullMarked
package dev.orderly.examples;

import org.jspecify.annotations.NullMarked;
