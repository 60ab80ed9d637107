/** A server of its own for those who have no servlet container. */
@NullMarked
package dev.orderly.http.server;

import org.jspecify.annotations.NullMarked;
