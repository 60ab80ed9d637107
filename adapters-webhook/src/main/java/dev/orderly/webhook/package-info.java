/** Notifications by signed calls of other programs over HTTP, and by way of those as text messages to phones. */
@NullMarked
package dev.orderly.webhook;

import org.jspecify.annotations.NullMarked;
