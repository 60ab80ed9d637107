package dev.orderly.workflow;

import java.util.Locale;

/** What becomes of e-mail addresses, phone numbers and links that people write in comments. */
public enum ContactData {
    /** They are taken down like everything else. */
    ALLOW,
    /** They are made unreadable; the rest of the comment is taken down. */
    MASK,
    /** The comment is refused. */
    REFUSE;

    /** The word that stands for it in a workflow file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
