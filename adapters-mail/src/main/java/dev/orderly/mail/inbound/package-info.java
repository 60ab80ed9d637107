/** Replies to notifications that come by e-mail and become comments. */
@NullMarked
package dev.orderly.mail.inbound;

import org.jspecify.annotations.NullMarked;
