/** The port to the storage of orders, with its contract, and a store in memory. */
@NullMarked
package dev.orderly.store;

import org.jspecify.annotations.NullMarked;
