package dev.orderly.decision;

/** The kinds of objections to a transition, in the order in which they are looked for. */
enum ReasonPriority {
    DATA_MISSING,
    DATA_INVALID,
    CONDITION_NOT_MET,
    LINE_NOT_AVAILABLE,
    CASE_OPEN,
    ALREADY_DONE,
    TOO_EARLY,
    TOO_LATE,
    GUARD
}
