/** What a shop tests its own workflow with, and what every store and every engine must pass. */
@NullMarked
package dev.orderly.testkit;

import org.jspecify.annotations.NullMarked;
