/** Who may use whom among the modules, as rules that run. */
@NullMarked
package dev.orderly.modules;

import org.jspecify.annotations.NullMarked;
