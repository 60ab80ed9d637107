/** Streams of the changes of orders, as server-sent events. */
@NullMarked
package dev.orderly.http.live;

import org.jspecify.annotations.NullMarked;
