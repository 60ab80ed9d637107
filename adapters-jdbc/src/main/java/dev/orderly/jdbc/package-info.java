/** Orders in SQLite, H2, PostgreSQL or MariaDB, whose constraints are the last guard against illegal steps. */
@NullMarked
package dev.orderly.jdbc;

import org.jspecify.annotations.NullMarked;
