package dev.orderly.decision;

/** The answer to a request. */
public sealed interface Decision permits Accepted, Rejected {

    /** Whether the request is accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
