/** Scenarios: the requests about one order, the decisions about them, and how they are printed. Free of jqwik. */
@NullMarked
package dev.orderly.testkit;

import org.jspecify.annotations.NullMarked;
