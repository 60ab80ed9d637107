/** Notifications: sends the messages of an outbox after the history entries that they are about are written. */
@NullMarked
package dev.orderly.notification;

import org.jspecify.annotations.NullMarked;
