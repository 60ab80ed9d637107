/** The caller of a request, and the orders that exist for that caller. */
@NullMarked
package dev.orderly.http.access;

import org.jspecify.annotations.NullMarked;
