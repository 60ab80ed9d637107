/** A shop that comes over from Spring Statemachine. */
@NullMarked
package dev.orderly.statemachine.example;

import org.jspecify.annotations.NullMarked;
