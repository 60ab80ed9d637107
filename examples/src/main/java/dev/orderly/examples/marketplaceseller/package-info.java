/** A seller on a marketplace, with due dates, returns, and a workflow that changed twice. */
@NullMarked
package dev.orderly.examples.marketplaceseller;

import org.jspecify.annotations.NullMarked;
