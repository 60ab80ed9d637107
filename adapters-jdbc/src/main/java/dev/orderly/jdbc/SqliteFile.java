package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/**
 * What an SQLite file needs so that a crash loses no order, and so that some read while one writes. The log of what was written
 * (WAL) is a property of the file, which is set here; waiting for the disk is one of each connection, and is looked at. Writers
 * of this process queue for the file here, since SQLite has those that wait ask again and again.
 */
final class SqliteFile {

    private static final String LOG = "wal";

    /** FULL; less does not wait for the disk at a commit. */
    private static final int WAITS = 2;

    private static final int PATIENCE = 1000;

    private SqliteFile() {}

    /**
     * How to write to the file behind a connection.
     *
     * @throws IllegalStateException if it cannot be trusted with orders
     */
    static FileSync of(Connection connection) throws SQLException {
        String file = text(connection, "select file as value from pragma_database_list where name = 'main'");
        if (file.isEmpty()) {
            throw new IllegalStateException(
                    "an SQLite database in memory is one of a single connection, and each of them"
                            + " would see other orders: name a file, as jdbc:sqlite:orders.db");
        }
        if (!text(connection, "select journal_mode as value from pragma_journal_mode")
                .equals(LOG)) {
            String mode = new SqlCommand()
                    .add("pragma journal_mode = " + LOG)
                    .list(connection, row -> row.getString(1))
                    .get(0);
            if (!mode.equals(LOG)) {
                throw new IllegalStateException(
                        "SQLite keeps the journal mode \"" + mode + "\", in which nobody can read"
                                + " while somebody writes: its log (journal_mode=wal) needs a file on a disk of this machine");
            }
        }
        int waits = Integer.parseInt(text(connection, "select synchronous as value from pragma_synchronous"));
        if (waits < WAITS) {
            throw new IllegalStateException("SQLite does not wait for the disk at a commit (synchronous is " + waits
                    + "), and a power cut would lose the orders of the last moments: take synchronous out of the"
                    + " database's JDBC URL, or set it to FULL");
        }
        int patience = Integer.parseInt(text(connection, "select timeout as value from pragma_busy_timeout"));
        if (patience < PATIENCE) {
            throw new IllegalStateException(
                    "SQLite waits " + patience + " ms for another process that writes, and steps"
                            + " would fail under load: take busy_timeout out of the database's JDBC URL, or set it to "
                            + PATIENCE
                            + " or more");
        }
        requirePlainTransactions(connection);
        return new FileSync(file, null);
    }

    /** The driver begins the next transaction with each commit; in another mode that can fail, and look as if the commit had. */
    private static void requirePlainTransactions(Connection connection) throws SQLException {
        TransactionMode mode =
                connection.unwrap(SQLiteConnection.class).getConnectionConfig().getTransactionMode();
        if (mode != TransactionMode.DEFERRED) {
            throw new IllegalStateException("SQLite's driver is told to begin transactions in the mode " + mode
                    + ", in which it calls commits failed that were not: take transaction_mode out of the database's JDBC"
                    + " URL");
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        List<String> found =
                new SqlCommand().add(query).list(connection, row -> String.valueOf(row.getString("value")));
        return found.get(0);
    }
}
