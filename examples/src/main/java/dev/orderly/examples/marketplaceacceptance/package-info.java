/** A marketplace whose sellers accept each order, with an incident that holds the pay-out back. */
@NullMarked
package dev.orderly.examples.marketplaceacceptance;

import org.jspecify.annotations.NullMarked;
