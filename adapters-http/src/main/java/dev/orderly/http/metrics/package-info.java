/** The shop in figures, by Micrometer, for those who have it. */
@NullMarked
package dev.orderly.http.metrics;

import org.jspecify.annotations.NullMarked;
