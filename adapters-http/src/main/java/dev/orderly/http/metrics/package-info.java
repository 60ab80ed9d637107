/** Metrics of a shop for Micrometer, which is an optional dependency. */
@NullMarked
package dev.orderly.http.metrics;

import org.jspecify.annotations.NullMarked;
