/** A Spring Boot shop with tables of its own, which fires events in its own transactions. */
@NullMarked
package dev.orderly.examples.bookshop;

import org.jspecify.annotations.NullMarked;
