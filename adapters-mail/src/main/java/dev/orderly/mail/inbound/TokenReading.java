package dev.orderly.mail.inbound;

/** What an address with a token in it turned out to be. */
sealed interface TokenReading {

    /** One that we gave out. */
    record Genuine(ReplyPermission grant) implements TokenReading {}

    /** One that we gave out, whose time is over. */
    record Expired() implements TokenReading {}

    /** One that we did not give out. */
    record Forged() implements TokenReading {}
}
