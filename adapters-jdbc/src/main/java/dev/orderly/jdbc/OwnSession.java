package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that takes a connection and a transaction for each piece of work, and gives the connection back as it came. */
final class OwnSession implements Session {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    /** How often a read is run at most: a database can end one because of what others do, and the next sees what they did. */
    private static final int READS = 3;

    /** The most time in nanoseconds before a read is run again. */
    private static final long PAUSE = 20_000_000;

    private final DataSource source;
    private final SqlErrors failures;
    private final CommitSync sync;
    private final int isolation;
    private final boolean setsLevelOfTransaction;
    private final @Nullable String writerLock;

    /**
     * A session on the connections of a data source.
     *
     * @param isolation the isolation level of these connections, as {@link Connection} numbers it
     */
    OwnSession(DataSource source, DatabaseDialect dialect, CommitSync sync, int isolation) {
        this(source, dialect, sync, isolation, dialect.writerLock().orElse(null));
    }

    private OwnSession(
            DataSource source, DatabaseDialect dialect, CommitSync sync, int isolation, @Nullable String writerLock) {
        this.source = source;
        this.failures = new SqlErrors(dialect);
        this.sync = sync;
        this.isolation = isolation;
        this.setsLevelOfTransaction = dialect.setsLevelOfTransaction();
        this.writerLock = writerLock;
    }

    /** A session for a database that has no tables yet, which the statement of the writers' lock would name. */
    static OwnSession beforeTables(DataSource source, DatabaseDialect dialect, CommitSync sync, int isolation) {
        return new OwnSession(source, dialect, sync, isolation, null);
    }

    @Override
    public boolean isJoined() {
        return false;
    }

    @Override
    public <T> T read(String what, SqlWork<T> work) {
        return repeated(what, () -> connected(what, true, work));
    }

    private <T> T repeated(String what, Supplier<T> read) {
        for (int run = 1; ; run++) {
            try {
                return read.get();
            } catch (ConflictException e) {
                if (run == READS) {
                    throw failures.ofRead(what, e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE));
            }
        }
    }

    @Override
    public <T> T single(String what, SqlWork<T> work) {
        return lasting(
                what,
                () -> connected(what, true, connection -> {
                    try {
                        return work.on(connection);
                    } catch (SQLException e) {
                        throw failures.ofCommit(what, e);
                    }
                }));
    }

    @Override
    public <T> T inTransaction(String what, SqlWork<T> work) {
        return lasting(what, () -> connected(what, false, connection -> committed(what, connection, asWriter(work))));
    }

    /** A transaction that has read cannot become the writer once another one has written meanwhile. */
    private <T> SqlWork<T> asWriter(SqlWork<T> work) {
        if (writerLock == null) {
            return work;
        }
        return connection -> {
            new SqlCommand().add(writerLock).update(connection);
            return work.on(connection);
        };
    }

    @Override
    public <T> T claiming(String what, SqlWork<T> work) {
        return writerLock != null || isolation <= Level.READ_COMMITTED.number
                ? inTransaction(what, work)
                : lasting(what, () -> at(Level.READ_COMMITTED, what, work));
    }

    @Override
    public <T> T consistently(String what, SqlWork<T> work) {
        return repeated(
                what,
                () -> writerLock != null
                        ? connected(what, false, connection -> committed(what, connection, work))
                        : at(Level.REPEATABLE_READ, what, work));
    }

    private <T> T at(Level level, String what, SqlWork<T> work) {
        return connected(what, false, connection -> {
            if (setsLevelOfTransaction) {
                new SqlCommand().add(level.statement).update(connection);
                return committed(what, connection, work);
            }
            connection.setTransactionIsolation(level.number);
            try {
                return committed(what, connection, work);
            } finally {
                restore("isolation level", isolation, () -> connection.setTransactionIsolation(isolation));
            }
        });
    }

    private enum Level {
        READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED, "set transaction isolation level read committed"),
        REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ, "set transaction isolation level repeatable read");

        private final int number;
        private final String statement;

        Level(int number, String statement) {
            this.number = number;
            this.statement = statement;
        }
    }

    private <T> T committed(String what, Connection connection, SqlWork<T> work) throws SQLException {
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            rollback(connection, e);
            throw failures.ofCommit(what, e);
        }
        return result;
    }

    /** Waits for the disk last of all: ending the transaction's mode makes H2 write once more. */
    private <T> T lasting(String what, Supplier<T> write) {
        return sync.alone(() -> {
            T result = write.get();
            if (sync.isNeeded()) {
                try (Connection connection = source.getConnection()) {
                    sync.await(connection);
                } catch (SQLException e) {
                    throw failures.ofDisk(what, e);
                }
            }
            return result;
        });
    }

    private <T> T connected(String what, boolean autoCommit, SqlWork<T> work) {
        try (Connection connection = source.getConnection()) {
            boolean before = connection.getAutoCommit();
            if (before == autoCommit) {
                return work.on(connection);
            }
            connection.setAutoCommit(autoCommit);
            try {
                return work.on(connection);
            } finally {
                restore("auto-commit", before, () -> connection.setAutoCommit(before));
            }
        } catch (SQLException e) {
            throw failures.of(what, e);
        }
    }

    /** What is committed stays so: a connection that cannot be restored is broken, and its pool will find that out. */
    private static void restore(String what, Object value, Restoring restoring) {
        try {
            restoring.run();
        } catch (SQLException e) {
            LOG.debug("a connection could not be set back to {} {}: SQLSTATE {}", what, value, e.getSQLState());
        }
    }

    @FunctionalInterface
    private interface Restoring {

        void run() throws SQLException;
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
