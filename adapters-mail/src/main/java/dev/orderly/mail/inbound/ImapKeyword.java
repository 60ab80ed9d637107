package dev.orderly.mail.inbound;

/** The IMAP keywords for handled mails, by what was done with them. */
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
