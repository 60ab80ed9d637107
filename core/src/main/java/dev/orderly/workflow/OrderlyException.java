package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * The root of the exceptions of this library. A refusal is a value and never thrown, unless the caller asks for it; an
 * exception means a broken definition, a conflict that retries did not cure, or a store that failed.
 */
public abstract class OrderlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with a sentence that says what happened and what to do. */
    protected OrderlyException(String message) {
        super(message);
    }

    /** An exception with a sentence that says what happened and what to do, and its cause; null for none. */
    protected OrderlyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
