package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger that refuses statements, and may ask other tables of its schema before. */
abstract class Guard implements Trigger {

    private static final String INTEGRITY = "23000";

    private String schema = "";

    @Override
    public void init(Connection connection, String schemaName, String trigger, String table, boolean before, int type) {
        schema = schemaName;
    }

    /**
     * Whether a query finds a row.
     *
     * @param sql the query, with {@code %s} before each table for its schema
     */
    final boolean finds(Connection connection, String sql, List<@Nullable Object> parameters) throws SQLException {
        return !rows(connection, sql, parameters, 1).isEmpty();
    }

    /** The rows that such a query finds. */
    final List<@Nullable Object[]> rows(Connection connection, String sql, List<@Nullable Object> parameters)
            throws SQLException {
        return rows(connection, sql, parameters, 0);
    }

    private List<@Nullable Object[]> rows(
            Connection connection, String sql, List<@Nullable Object> parameters, int most) throws SQLException {
        String quoted = "\"" + schema.replace("\"", "\"\"") + "\".";
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", quoted))) {
            statement.setMaxRows(most);
            int place = 1;
            for (Object parameter : parameters) {
                statement.setObject(place++, parameter);
            }
            List<@Nullable Object[]> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable
                    Object[] row = new @Nullable Object[rows.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getObject(i + 1);
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }

    static SQLException refusal(String message) {
        return new SQLException(message, INTEGRITY);
    }
}
