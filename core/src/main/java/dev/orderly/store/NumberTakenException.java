package dev.orderly.store;

import dev.orderly.workflow.OrderlyException;

/**
 * An order cannot be placed under a number that belonged to an order which is not in the store any more. Nothing was written, and
 * deciding again does not help.
 */
public final class NumberTakenException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    /** An exception for a number. */
    public NumberTakenException(String number, Throwable cause) {
        super("the number " + number + " belongs to an order that was purged: take another", cause);
    }
}
