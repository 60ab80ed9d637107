/** Customers at a real browser. */
@NullMarked
package dev.orderly.cli.browser;

import org.jspecify.annotations.NullMarked;
