/** Brings Spring Statemachine's definitions and its persisted machines over to workflows and orders. */
@NullMarked
package dev.orderly.statemachine.definition;

import org.jspecify.annotations.NullMarked;
