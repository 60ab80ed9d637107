package dev.orderly.mail;

/** The protection of a connection to a mail server. */
public enum Encryption {
    /** The connection begins in plain text and must change to TLS before anything is sent; usual on port 587 (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte; usual on port 465 (RFC 8314). */
    TLS,
    /** No encryption: for a server on the same machine or in a network of your own. */
    NONE
}
