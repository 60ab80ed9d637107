/** What guards an H2 database from inside: H2 takes its triggers as classes. */
@NullMarked
package dev.orderly.jdbc.h2;

import org.jspecify.annotations.NullMarked;
