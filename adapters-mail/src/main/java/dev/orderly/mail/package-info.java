/** Notifications by e-mail, and answers to them that become comments. */
@NullMarked
package dev.orderly.mail;

import org.jspecify.annotations.NullMarked;
