/** What serving needs besides a server: orders and keys to try, deadlines that fire. */
@NullMarked
package dev.orderly.cli.serve;

import org.jspecify.annotations.NullMarked;
