/** What the customer's pages show, as values, and the templates that show it. */
@NullMarked
package dev.orderly.http.page;

import org.jspecify.annotations.NullMarked;
