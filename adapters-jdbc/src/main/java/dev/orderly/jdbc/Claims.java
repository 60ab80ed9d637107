package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Leases rows of a table for a time. Rows that another claim has locked are passed over, so that claims do not
 * wait for each other.
 */
final class Claims {

    /** A database can end a claim that meets a step for a deadlock. A claim decides nothing, so it can simply be tried again. */
    private static final int ATTEMPTS = 10;

    /** The most time in nanoseconds before the second attempt; it is doubled for each further one, to 256 ms at most. */
    private static final long PAUSE = 1_000_000;

    private final Session session;

    /** What locks the rows of a query; empty where only one transaction writes. */
    private final String lock;

    Claims(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.lock = dialect.writerLock().isPresent() ? "" : " for update skip locked";
    }

    /** The rows that a query finds, marked as leased by the caller. */
    <T, R> List<R> claim(String what, SqlCommand query, SqlCommand.Reader<T> reader, Lease<T, R> lease) {
        query.add(lock);
        for (int attempt = 1; ; attempt++) {
            try {
                return session.claiming(what, connection -> {
                    List<T> found = query.list(connection, reader);
                    return found.isEmpty() ? List.of() : lease.of(connection, found);
                });
            } catch (ConflictException e) {
                if (attempt == ATTEMPTS || session.isJoined()) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE << (attempt - 1)));
            }
        }
    }

    /** Marks locked rows as leased, and makes of them what the claim returns; there is at least one. */
    @FunctionalInterface
    interface Lease<T, R> {

        List<R> of(Connection connection, List<T> rows) throws SQLException;
    }
}
