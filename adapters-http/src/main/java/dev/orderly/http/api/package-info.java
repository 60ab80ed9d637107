/** The JSON API under {@code /api/v1}: everything that shops, sellers, carriers and customers do with orders by program. */
@NullMarked
package dev.orderly.http.api;

import org.jspecify.annotations.NullMarked;
