/** Reading workflow files with every mistake reported in its place, writing them, and the presets that come with the jar. */
@NullMarked
package dev.orderly.file;

import org.jspecify.annotations.NullMarked;
