package dev.orderly.store;

import dev.orderly.workflow.OrderlyException;

/**
 * An order that is stored in a way that no program of this library writes, so that it cannot be read; all other orders can.
 * The message says what is wrong with it and has none of its personal data.
 */
public final class UnreadableOrderException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final String number;

    /** An exception for the order of a number, with a sentence that says what cannot be read. */
    public UnreadableOrderException(String number, String message, Throwable cause) {
        super(message, cause);
        this.number = number;
    }

    /** The order's number. */
    public String number() {
        return number;
    }
}
