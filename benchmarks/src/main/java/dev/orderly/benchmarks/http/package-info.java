/** Lookups over HTTP, beside a servlet written by hand. */
@NullMarked
package dev.orderly.benchmarks.http;

import org.jspecify.annotations.NullMarked;
