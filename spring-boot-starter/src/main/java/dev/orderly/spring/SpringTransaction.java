package dev.orderly.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transaction that Spring keeps for a thread, on one data source. Thread-safe.
 *
 * <p>Between its commit and its end Spring still calls it active, and what was written in it then would never be
 * committed. So listeners that are called after the commit do not see it, but see one that is begun meanwhile.
 */
final class SpringTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(SpringTransaction.class);

    /** The committed connection of a thread on which listeners are called after the commit. */
    private static final ThreadLocal<Object> COMMITTED = new ThreadLocal<>();

    private final DataSource source;

    SpringTransaction(DataSource source) {
        this.source = source;
    }

    /** The connection of this thread's transaction; empty where there is none on this data source. */
    Optional<Connection> connection() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder holder
                        && holder != COMMITTED.get()
                ? Optional.of(holder.getConnection()).filter(SpringTransaction::isOpen)
                : Optional.empty();
    }

    /** Spring also keeps the connection of a thread that has a transaction on another data source only. */
    private static boolean isOpen(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            LOG.debug("a connection does not say whether it has a transaction: SQLSTATE {}", e.getSQLState());
            return true;
        }
    }

    /** Runs something once this thread's transaction is committed, and never if it is rolled back. */
    void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Object before = COMMITTED.get();
                COMMITTED.set(TransactionSynchronizationManager.getResource(source));
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("a listener failed; the change is committed", e);
                } finally {
                    COMMITTED.set(before);
                }
            }
        });
    }
}
