package dev.orderly.decision;

/** The answer of an engine to a request: the transition that it takes, or the reasons against it. */
public sealed interface Verdict permits Allowed, Rejected {

    /** Whether the request is allowed. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
