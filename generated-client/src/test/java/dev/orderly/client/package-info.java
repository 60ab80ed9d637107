/** Tests that a client which others generate from the API's description is good for moving orders. */
@NullMarked
package dev.orderly.client;

import org.jspecify.annotations.NullMarked;
