package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        String quoted = "\"" + schema.replace("\"", "\"\"") + "\".";
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", quoted))) {
            int place = 1;
            for (Object parameter : parameters) {
                statement.setObject(place++, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static SQLException refusal(String message) {
        return new SQLException(message, INTEGRITY);
    }
}
