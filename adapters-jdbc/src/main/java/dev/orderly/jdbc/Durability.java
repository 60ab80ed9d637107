package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that what is committed is on the disk. H2 would write it half a second later, and a crash would lose it. */
final class Durability {

    private static final String DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";

    private Durability() {}

    /**
     * Has an H2 database write at once; the others do.
     *
     * @throws IllegalStateException if that takes an administrator
     */
    static void require(Connection connection, Dialect dialect) throws SQLException {
        if (dialect != Dialect.H2 || !isDelayed(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set write_delay 0");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "H2 writes to the disk a while after a commit, so that a crash would lose orders: let an"
                            + " administrator of the database run SET WRITE_DELAY 0 once",
                    e);
        }
    }

    private static boolean isDelayed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery(DELAY)) {
            return !setting.next() || !setting.getString(1).equals("0");
        }
    }
}
