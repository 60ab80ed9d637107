/** Reads workflow files and reports every mistake with its line and column; writes them; has the presets of the jar. */
@NullMarked
package dev.orderly.file;

import org.jspecify.annotations.NullMarked;
