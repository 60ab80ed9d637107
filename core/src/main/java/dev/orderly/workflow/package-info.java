/** The definition of a shop's order workflow, as immutable values that know no file format, no store and no clock. */
@NullMarked
package dev.orderly.workflow;

import org.jspecify.annotations.NullMarked;
