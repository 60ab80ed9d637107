package dev.orderly.mail.inbound;

/** The result of reading an address with a token. */
sealed interface TokenReading {

    /** A genuine token. */
    record Genuine(ReplyPermission grant) implements TokenReading {}

    /** A genuine token that has expired. */
    record Expired() implements TokenReading {}

    /** A token that is forged or damaged. */
    record Forged() implements TokenReading {}
}
