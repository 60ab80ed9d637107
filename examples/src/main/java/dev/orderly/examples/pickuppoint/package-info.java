/** A marketplace with pickup points that keep parcels for seven days. */
@NullMarked
package dev.orderly.examples.pickuppoint;

import org.jspecify.annotations.NullMarked;
