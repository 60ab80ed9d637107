package dev.orderly.jdbc;

/** The database failed or refused; nothing was written. The cause has its SQLSTATE, and no data of the order. */
public final class StoreFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
