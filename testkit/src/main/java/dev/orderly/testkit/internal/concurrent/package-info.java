/** Threads that begin at the same moment, for the contracts that promise thread-safety. Not exported. */
@NullMarked
package dev.orderly.testkit.internal.concurrent;

import org.jspecify.annotations.NullMarked;
