/** What came of a measurement, as values, and the page with tables and pictures that is made of them. */
@NullMarked
package dev.orderly.benchmarks.report;

import org.jspecify.annotations.NullMarked;
