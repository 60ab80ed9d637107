/** The stories of the command {@code demo}: orders of the presets, on a simulated clock. */
@NullMarked
package dev.orderly.cli.demo;

import org.jspecify.annotations.NullMarked;
