package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** A session in the caller's transaction, which it neither commits nor rolls back. */
final class JoinedSession implements Session {

    private final Connection connection;
    private final SqlErrors failures;

    JoinedSession(Connection connection, SqlErrors failures) {
        this.connection = connection;
        this.failures = failures;
    }

    @Override
    public boolean isJoined() {
        return true;
    }

    @Override
    public <T> T read(String what, SqlWork<T> work) {
        return single(what, work);
    }

    @Override
    public <T> T single(String what, SqlWork<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw failures.of(what, e);
        }
    }

    /** A savepoint takes back what was written before a failure, should the caller commit in spite of it. */
    @Override
    public <T> T inTransaction(String what, SqlWork<T> work) {
        try {
            Savepoint before = connection.setSavepoint();
            T result;
            try {
                result = work.on(connection);
            } catch (SQLException | RuntimeException | Error e) {
                takeBack(before, e);
                throw e;
            }
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException e) {
            throw failures.of(what, e);
        }
    }

    @Override
    public <T> T claiming(String what, SqlWork<T> work) {
        return inTransaction(what, work);
    }

    @Override
    public <T> T consistently(String what, SqlWork<T> work) {
        throw new UnsupportedOperationException("what is seen is for the caller's transaction to say");
    }

    /** After a deadlock the database has rolled back the whole transaction, savepoints included. */
    private void takeBack(Savepoint before, Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
