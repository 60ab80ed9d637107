package dev.orderly.decision;

import dev.orderly.workflow.OrderlyException;

/** Thrown for a refusal by {@link Decision#orThrow}, such as to roll a transaction back. */
public final class RefusedException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final transient Rejected refusal;

    RefusedException(Rejected refusal) {
        super(refusal.reasons().stream()
                .map(Reason::code)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .map(codes -> "refused: " + codes)
                .orElse("refused"));
        this.refusal = refusal;
    }

    /** The refusal with its reasons. */
    public Rejected refusal() {
        return refusal;
    }
}
