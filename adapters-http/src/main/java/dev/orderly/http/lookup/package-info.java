/** How a customer who knows an order's number and its e-mail address gets to see it, and nobody else. */
@NullMarked
package dev.orderly.http.lookup;

import org.jspecify.annotations.NullMarked;
