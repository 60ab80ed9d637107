/**
 * Properties that jqwik runs: the laws of workflows and of engines over random scenarios. The only package that knows
 * jqwik.
 */
@NullMarked
package dev.orderly.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
