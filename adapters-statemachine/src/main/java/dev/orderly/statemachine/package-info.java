/** Runs workflows on Spring Statemachine, and brings Spring Statemachine's own definitions over. */
@NullMarked
package dev.orderly.statemachine;

import org.jspecify.annotations.NullMarked;
