/** Who sends a request, and which orders they may see. */
@NullMarked
package dev.orderly.http.access;

import org.jspecify.annotations.NullMarked;
