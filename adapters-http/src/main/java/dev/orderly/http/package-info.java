/** Orders over HTTP: a status page for customers, and a JSON API for everyone who moves an order. */
@NullMarked
package dev.orderly.http;

import org.jspecify.annotations.NullMarked;
