@NullMarked
package dev.orderly.cli.replay;

import org.jspecify.annotations.NullMarked;
