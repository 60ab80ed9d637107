/** Internal: the lookup of an order by its number and e-mail address, its limits, and the tickets that it gives. */
@NullMarked
package dev.orderly.http.lookup;

import org.jspecify.annotations.NullMarked;
