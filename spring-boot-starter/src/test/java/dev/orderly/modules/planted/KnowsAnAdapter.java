package dev.orderly.modules.planted;

import dev.orderly.modules.planted.mail.Mail;

/** Breaks a rule on purpose. */
record KnowsAnAdapter(Mail mail) {}
