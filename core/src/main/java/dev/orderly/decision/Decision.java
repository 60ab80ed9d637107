package dev.orderly.decision;

/** The answer to a request. */
public sealed interface Decision permits Accepted, Rejected {

    /** Whether the request is accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /**
     * The acceptance, for callers that cannot go on with a refusal, such as within a transaction.
     *
     * @throws RefusedException if the request is refused
     */
    default Accepted orThrow() {
        if (this instanceof Rejected rejected) {
            throw new RefusedException(rejected);
        }
        return (Accepted) this;
    }
}
