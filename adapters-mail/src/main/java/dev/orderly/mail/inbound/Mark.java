package dev.orderly.mail.inbound;

/** What was done with a mail, and the IMAP keyword that says so. */
enum Mark {
    COMMENTED("OrderlyCommented"),
    IGNORED("OrderlyIgnored"),
    REFUSED("OrderlyRefused"),
    GIVEN_UP("OrderlyFailed"),
    POSTPONED("");

    private final String keyword;

    Mark(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }

    static Mark of(ReplyOutcome outcome) {
        if (outcome instanceof ReplyOutcome.Commented) {
            return COMMENTED;
        }
        return outcome instanceof ReplyOutcome.Ignored ? IGNORED : REFUSED;
    }
}
