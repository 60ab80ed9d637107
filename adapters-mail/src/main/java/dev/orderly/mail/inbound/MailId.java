package dev.orderly.mail.inbound;

/** Names a mail in a folder of an IMAP server (RFC 9051, section 2.3.1.1). */
record MailId(long validity, long uid) {}
