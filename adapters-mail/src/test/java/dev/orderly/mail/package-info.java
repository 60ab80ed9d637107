/** Tests of mails. */
@NullMarked
package dev.orderly.mail;

import org.jspecify.annotations.NullMarked;
