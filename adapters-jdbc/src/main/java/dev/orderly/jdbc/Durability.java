package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that what is committed is on the disk. By its defaults H2 writes it half a second later. */
final class Durability {

    private static final String DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private Durability() {}

    /**
     * Refuses an H2 file whose delay a crash would turn into lost orders. Setting it here would not do: it lasts until
     * the last connection is closed.
     *
     * @throws IllegalStateException if the delay is not 0
     */
    static void require(Connection connection, Dialect dialect) throws SQLException {
        if (!isFile(connection, dialect)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(DELAY)) {
            String delay = setting.next() ? setting.getString(1) : "0";
            if (!delay.equals("0")) {
                throw new IllegalStateException(
                        "H2 writes to the disk " + delay + " ms after a commit, and a crash would"
                                + " lose the orders of that time: add ;WRITE_DELAY=0 to the database's JDBC URL");
            }
        }
    }

    /** Tells whether a connection leads to an H2 database that is more than memory. */
    static boolean isFile(Connection connection, Dialect dialect) throws SQLException {
        return dialect == Dialect.H2 && !connection.getMetaData().getURL().startsWith(IN_MEMORY);
    }
}
