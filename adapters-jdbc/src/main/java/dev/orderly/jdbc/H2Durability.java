package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The settings under which an H2 file survives a crash. H2 puts what one transaction commits into its file together with what
 * others have written so far, table by table, and does not wait for the disk: a process that is killed then leaves half of a
 * transaction behind, or loses whole ones. So only one at a time may write, and each waits for the disk. And H2 2.5 puts new
 * data into free space in the middle of its file before the file's header says where: killed then, it does not find the data
 * again. So it may only append.
 */
final class H2Durability {

    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final String SETTING =
            "select setting_value from information_schema.settings where setting_name = ?";
    private static final String SYNC = "checkpoint sync";

    private H2Durability() {}

    /**
     * How to wait for the disk; empty for a database in memory.
     *
     * @throws IllegalStateException if the file cannot be trusted with orders
     */
    static Optional<FileSync> of(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        if (url.startsWith(IN_MEMORY)) {
            return Optional.empty();
        }
        requireNoDelay(connection);
        requireNoReuse(connection);
        FileSync sync = new FileSync(url, SYNC);
        requireSync(connection, sync);
        return Optional.of(sync);
    }

    /** Setting it here would not do: it lasts until the last connection is closed. */
    private static void requireNoDelay(Connection connection) throws SQLException {
        String delay = setting(connection, "WRITE_DELAY", "0");
        if (!delay.equals("0")) {
            throw new IllegalStateException("H2 writes to its file up to " + delay + " ms after a commit, and a crash"
                    + " would lose the orders of that time: add ;WRITE_DELAY=0 to the database's JDBC URL");
        }
    }

    private static void requireNoReuse(Connection connection) throws SQLException {
        if (!setting(connection, "REUSE_SPACE", "TRUE").equalsIgnoreCase("FALSE")) {
            throw new IllegalStateException("H2 puts new orders into free space in the middle of its file, where it may"
                    + " not find them after a crash: add ;REUSE_SPACE=FALSE to the database's JDBC URL");
        }
    }

    private static String setting(Connection connection, String name, String otherwise) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTING)) {
            statement.setString(1, name);
            try (ResultSet setting = statement.executeQuery()) {
                return setting.next() ? setting.getString(1) : otherwise;
            }
        }
    }

    private static void requireSync(Connection connection, FileSync sync) {
        try {
            CommitSync.run(connection, sync);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "H2 does not let this user wait for the disk (" + SYNC
                            + "), without which a crash would lose orders:"
                            + " connect as an administrator of the database",
                    e);
        }
    }
}
