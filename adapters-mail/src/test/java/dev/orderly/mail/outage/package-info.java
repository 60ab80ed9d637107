/** What becomes of mails when the mail server is down for long and the shop's process is killed. */
@NullMarked
package dev.orderly.mail.outage;

import org.jspecify.annotations.NullMarked;
