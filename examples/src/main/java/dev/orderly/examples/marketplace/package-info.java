/** A marketplace on which payment, fulfilment and return go their own ways. */
@NullMarked
package dev.orderly.examples.marketplace;

import org.jspecify.annotations.NullMarked;
