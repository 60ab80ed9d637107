package dev.orderly.store;

import dev.orderly.workflow.OrderlyException;

/**
 * The connection broke while a change was being committed, or the database answered with an error of which it is not known
 * that nothing was written: the change may or may not be written. Sending the request
 * again settles it if it has an id: the answer is then the one of the first time, or the change is written now.
 */
public final class OutcomeUnknownException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    /** A failure, with a sentence that says what was to be done, and its cause, which names nothing of the order's data. */
    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
