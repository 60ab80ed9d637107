/** The command line: {@code check}, {@code demo}, {@code diagram} and {@code replay} in one jar. */
@NullMarked
package dev.orderly.cli;

import org.jspecify.annotations.NullMarked;
