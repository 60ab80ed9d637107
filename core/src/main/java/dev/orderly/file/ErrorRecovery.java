package dev.orderly.file;

import java.util.Set;

/**
 * A part of a workflow that a mistake in the file kept from being read, with the codes of problems that may only follow
 * from its absence. They are left out, so that one mistake is reported once; the next run finds those that stay.
 */
enum ErrorRecovery {
    /** What a transition demands of fields. */
    CONDITION,
    /** The name of a transition's event. */
    EVENT,
    /** Where a transition starts or leads, or all of it, and with it perhaps the only mention of its event. */
    TRANSITION,
    /** A status. */
    STATUS,
    /** The outcome of a status. */
    OUTCOME,
    /** A field. */
    FIELD,
    /** The type of a field. */
    FIELD_TYPE,
    /** A role. */
    ROLE,
    /** A language. */
    LANGUAGE,
    /** A carrier. */
    CARRIER,
    /** A customer status. */
    CUSTOMER_STATUS,
    /** So much that nothing can be said about what is there. */
    MOST;

    private static final Set<String> ABOUT_DATA = Set.of(
            "stuck-order",
            "success-unreachable",
            "overlap",
            "unreachable-alternative",
            "deadline-cannot-fire",
            "never-broken",
            "unused-field",
            "analysis-limited");

    private static final Set<String> ABOUT_STATUSES = Set.of("no-start", "unreachable-status", "trapped-status");

    private static final Set<String> OF_THEIR_OWN = Set.of(
            "syntax", "unsupported", "unknown-key", "duplicate-key", "wrong-type", "invalid-value", "unknown-base");

    /** Whether problems of this code may only be a consequence of the missing part. */
    boolean explains(String code) {
        if (code.equals("unused-suppression")) {
            return true;
        }
        boolean aboutData = ABOUT_DATA.contains(code);
        boolean aboutPaths = aboutData || ABOUT_STATUSES.contains(code);
        return switch (this) {
            case CONDITION -> aboutData;
            case EVENT -> aboutData || code.equals("unknown-event");
            case TRANSITION -> aboutPaths || code.equals("unknown-event");
            case STATUS -> aboutPaths || code.equals("unknown-status");
            case OUTCOME -> code.equals("success-unreachable") || code.equals("missing-outcome");
            case FIELD -> aboutData || code.equals("unknown-field");
            case FIELD_TYPE -> aboutData || code.equals("wrong-condition");
            case ROLE -> aboutData || code.equals("unknown-role");
            case LANGUAGE -> code.equals("unknown-language") || code.equals("missing-text");
            case CARRIER -> code.equals("unknown-carrier");
            case CUSTOMER_STATUS -> code.equals("unknown-customer-status");
            case MOST -> !OF_THEIR_OWN.contains(code);
        };
    }
}
