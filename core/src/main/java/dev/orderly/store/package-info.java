/** The port to wherever orders are kept, its law, and a store in memory. */
@NullMarked
package dev.orderly.store;

import org.jspecify.annotations.NullMarked;
