package dev.orderly.mail;

/** How the connection to a mail server is protected. */
public enum Encryption {
    /** It begins in the open and must change to TLS before anything is said; usual on port 587 (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte; usual on port 465 (RFC 8314). */
    TLS,
    /** None: for a server on the same machine, or in a network that nobody else listens to. */
    NONE
}
