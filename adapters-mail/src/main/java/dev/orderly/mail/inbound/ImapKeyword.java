package dev.orderly.mail.inbound;

/** What was done with a mail, and the IMAP keyword that says so. */
enum ImapKeyword {
    COMMENTED("OrderlyCommented"),
    IGNORED("OrderlyIgnored"),
    REFUSED("OrderlyRefused"),
    GIVEN_UP("OrderlyFailed"),
    POSTPONED("");

    private final String keyword;

    ImapKeyword(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }

    static ImapKeyword of(ReplyOutcome outcome) {
        if (outcome instanceof ReplyOutcome.Commented) {
            return COMMENTED;
        }
        return outcome instanceof ReplyOutcome.Ignored ? IGNORED : REFUSED;
    }
}
