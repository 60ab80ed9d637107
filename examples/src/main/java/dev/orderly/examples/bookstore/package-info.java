/** A publisher's bookshop, with a book that is not out yet and a mail server that is down. */
@NullMarked
package dev.orderly.examples.bookstore;

import org.jspecify.annotations.NullMarked;
