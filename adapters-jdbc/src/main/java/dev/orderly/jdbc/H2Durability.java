package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What it takes until a commit is on the disk. PostgreSQL and MariaDB see to it themselves. H2 puts what one transaction
 * commits into its file together with what others have written so far, table by table, and does not wait for the disk: a
 * process that is killed then leaves half of a transaction behind, or loses whole ones. So only one at a time may write,
 * and each waits for the disk. And H2 2.5 puts what is new into free space in the middle of its file before the file's
 * header tells where: killed then, it does not find it again. So it may only append.
 */
final class H2Durability {

    private static final Map<String, Lock> FILES = new ConcurrentHashMap<>();
    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final String SETTING =
            "select setting_value from information_schema.settings where setting_name = ?";
    private static final String SYNC = "checkpoint sync";

    private final @Nullable Lock file;

    private H2Durability(@Nullable Lock file) {
        this.file = file;
    }

    /**
     * The disk behind a connection.
     *
     * @throws IllegalStateException if an H2 file cannot be trusted with orders
     */
    static H2Durability of(Connection connection, Dialect dialect) throws SQLException {
        String url = connection.getMetaData().getURL();
        if (dialect != Dialect.H2 || url.startsWith(IN_MEMORY)) {
            return new H2Durability(null);
        }
        requireNoDelay(connection);
        requireNoReuse(connection);
        requireSync(connection);
        return new H2Durability(FILES.computeIfAbsent(url, u -> new ReentrantLock()));
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

    private static void requireSync(Connection connection) {
        try {
            sync(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "H2 cannot be told to wait for the disk (" + SYNC + "), without which a crash would lose orders:"
                            + " connect as an administrator of the database",
                    e);
        }
    }

    private static void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SYNC);
        }
    }

    /** Runs what writes; nobody else of this process writes to the same file meanwhile. */
    <T> T alone(Supplier<T> work) {
        if (file == null) {
            return work.get();
        }
        file.lock();
        try {
            return work.get();
        } finally {
            file.unlock();
        }
    }

    /** Tells whether a commit is on the disk only when somebody has waited for it. */
    boolean isAwaited() {
        return file != null;
    }

    /** Waits until everything that is committed is on the disk. */
    void await(Connection connection) throws SQLException {
        sync(connection);
    }
}
