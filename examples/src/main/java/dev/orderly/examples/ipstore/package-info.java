/** An electronics supplier, with three ways of delivery, a muted order, an answer by mail and a cancellation. */
@NullMarked
package dev.orderly.examples.ipstore;

import org.jspecify.annotations.NullMarked;
