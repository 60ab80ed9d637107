package dev.orderly.workflow.file;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A part of a workflow that a mistake in the file kept from being read, with the codes of problems that may only follow
 * from its absence. They are left out, so that one mistake is reported once; the next run finds those that stay.
 */
enum Loss {
    /** What a transition demands of fields. */
    CONDITION,
    /** A transition, and with it perhaps the only mention of its event. */
    TRANSITION("unknown-event"),
    /** A status. */
    STATUS("unknown-status"),
    /** A field. */
    FIELD("unknown-field"),
    /** The type of a field. */
    FIELD_TYPE("wrong-condition"),
    /** A role. */
    ROLE("unknown-role"),
    /** A language. */
    LANGUAGE("unknown-language", "missing-text"),
    /** A carrier. */
    CARRIER("unknown-carrier"),
    /** A customer status. */
    CUSTOMER_STATUS("unknown-customer-status"),
    /** So much that nothing can be said about what is there. */
    MOST(
            "missing-key",
            "nothing-to-remove",
            "unknown-status",
            "unknown-field",
            "unknown-event",
            "unknown-role",
            "unknown-language",
            "unknown-carrier",
            "unknown-customer-status",
            "wrong-condition",
            "missing-text");

    private static final Set<String> ABOUT_PATHS = Set.of(
            "no-start",
            "unreachable-status",
            "trapped-status",
            "stuck-order",
            "overlap",
            "unreachable-alternative",
            "deadline-cannot-fire",
            "never-broken",
            "unused-field",
            "analysis-limited",
            "unused-allowance");

    private final Set<String> consequences;

    Loss(String... more) {
        consequences = new HashSet<>(Arrays.asList(more));
    }

    /** Tells whether problems of this code may only follow from the loss. */
    boolean explains(String code) {
        return consequences.contains(code) || ABOUT_PATHS.contains(code);
    }
}
