@NullMarked
package dev.orderly.cli;

import org.jspecify.annotations.NullMarked;
