/** Telling people: sends the messages of an outbox, once the steps that they tell of are written. */
@NullMarked
package dev.orderly.notification;

import org.jspecify.annotations.NullMarked;
