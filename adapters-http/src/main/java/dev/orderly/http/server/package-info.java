/** A stand-alone server, for applications without a servlet container. */
@NullMarked
package dev.orderly.http.server;

import org.jspecify.annotations.NullMarked;
