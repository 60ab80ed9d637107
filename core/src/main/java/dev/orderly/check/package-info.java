/** The checker, which finds every problem of a workflow before anything runs on it. */
@NullMarked
package dev.orderly.check;

import org.jspecify.annotations.NullMarked;
