@NullMarked
package dev.orderly.jdbc;

import org.jspecify.annotations.NullMarked;
