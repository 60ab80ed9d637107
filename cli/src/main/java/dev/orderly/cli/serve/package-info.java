/** Orders to look at on the status page. */
@NullMarked
package dev.orderly.cli.serve;

import org.jspecify.annotations.NullMarked;
