/** What is said about an order: comments with their files, as they are asked for. */
@NullMarked
package dev.orderly.conversation;

import org.jspecify.annotations.NullMarked;
