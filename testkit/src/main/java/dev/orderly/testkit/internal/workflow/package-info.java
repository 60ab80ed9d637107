/** Makes workflows from numbers, in which the checker finds no error. Not exported. */
@NullMarked
package dev.orderly.testkit.internal.workflow;

import org.jspecify.annotations.NullMarked;
