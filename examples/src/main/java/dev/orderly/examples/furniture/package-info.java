/** A furniture shop: deposit, production, two deliveries, pieces called off and taken back. */
@NullMarked
package dev.orderly.examples.furniture;

import org.jspecify.annotations.NullMarked;
