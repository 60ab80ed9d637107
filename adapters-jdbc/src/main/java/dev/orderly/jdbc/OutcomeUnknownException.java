package dev.orderly.jdbc;

/**
 * The connection broke while a change was being committed, so that it may or may not be written. Sending the request
 * again settles it if it has an id: the answer is then the one of the first time, or the change is written now.
 */
public final class OutcomeUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
