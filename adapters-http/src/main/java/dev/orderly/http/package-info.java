/** Orders over HTTP: a servlet with the customer's pages and the JSON API. */
@NullMarked
package dev.orderly.http;

import org.jspecify.annotations.NullMarked;
