package dev.orderly.store;

import dev.orderly.workflow.OrderlyException;

/** Another process or thread changed the order first; nothing was written. Reading it again and deciding again may succeed. */
public final class ConflictException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    /** A conflict, with a sentence that says what was to be written and what is there. */
    public ConflictException(String message) {
        super(message);
    }
}
