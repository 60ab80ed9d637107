/** Tells those who look at orders of changes while they happen, as server-sent events. */
@NullMarked
package dev.orderly.http.live;

import org.jspecify.annotations.NullMarked;
