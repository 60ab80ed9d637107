package dev.orderly.jdbc;

import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;

/**
 * A source of connections for pieces of work, which decides about their transactions. What fails is thrown as a
 * {@link dev.orderly.store.ConflictException}, a {@link StoreFailedException} or an {@link OutcomeUnknownException}.
 */
interface Session {

    /** Whether the caller ends the transaction. */
    boolean isJoined();

    /** Runs work that only reads. Where the session begins the transaction, work that met a change by others is run again. */
    <T> T read(String what, SqlWork<T> work);

    /** Runs work that writes by one statement alone, which the database carries out whole or not at all. */
    <T> T single(String what, SqlWork<T> work);

    /** Runs work of several statements of which all count or none. */
    <T> T inTransaction(String what, SqlWork<T> work);

    /**
     * Runs work that locks rows and passes over those that others have locked. Where the session begins the transaction, it is
     * at READ COMMITTED: at the higher levels, a row that changed between the statement's begin and the lock is an error
     * instead of one row less.
     */
    <T> T claiming(String what, SqlWork<T> work);

    /**
     * Runs work that only reads, of which all statements see the database as it was at one moment; not in a joined session.
     * Work that met a change by others is run again.
     */
    <T> T consistently(String what, SqlWork<T> work);
}
