package dev.orderly.store;

import dev.orderly.workflow.OrderlyException;

/** The database failed or refused; nothing was written. The cause has its SQLSTATE, and no data of the order. */
public final class StoreFailedException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    /** A failure, with a sentence that says what was to be done, and its cause, which names nothing of the order's data. */
    public StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
