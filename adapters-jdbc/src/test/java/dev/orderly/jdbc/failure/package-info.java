/** What becomes of orders when processes are killed, servers restart, connections break and disks fill up. */
@NullMarked
package dev.orderly.jdbc.failure;

import org.jspecify.annotations.NullMarked;
