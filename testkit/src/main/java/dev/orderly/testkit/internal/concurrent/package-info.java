/** Threads that begin at the same moment, for the contracts of what is thread-safe. Not exported. */
@NullMarked
package dev.orderly.testkit.internal.concurrent;

import org.jspecify.annotations.NullMarked;
