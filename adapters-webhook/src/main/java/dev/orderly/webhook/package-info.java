/** Notifications as signed calls of other programs over HTTP, and as text messages by way of such calls. */
@NullMarked
package dev.orderly.webhook;

import org.jspecify.annotations.NullMarked;
