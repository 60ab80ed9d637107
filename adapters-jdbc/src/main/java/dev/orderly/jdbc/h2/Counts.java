package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Adds to the counts, by rows of {@code orderly_count_change}. */
final class Counts {

    private static final String INSERT =
            "insert into orderly_count_change (counted, name, version, status, amount) values (?, ?, ?, ?, ?)";

    private Counts() {}

    static void add(Connection connection, String counted, Object name, Object version, Object status, int amount)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, counted);
            insert.setObject(2, name);
            insert.setObject(3, version);
            insert.setObject(4, status);
            insert.setLong(5, amount);
            insert.executeUpdate();
        }
    }
}
