package dev.orderly.decision;

/** The answer to a request. */
public sealed interface Decision permits Accepted, Rejected {

    /** Tells whether the request is accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
