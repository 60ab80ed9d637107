package dev.orderly.modules.planted.webhook;

import dev.orderly.modules.planted.mail.Mail;

/** Breaks a rule on purpose. */
record KnowsMail(Mail mail) {}
