package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements that are sent to the database together: those with the same text in one go, in the order in which the texts
 * came. Not thread-safe.
 */
final class StatementBatch {

    private final Map<String, List<List<SqlValues>>> parameters = new LinkedHashMap<>();

    StatementBatch add(String sql, SqlValues... values) {
        parameters.computeIfAbsent(sql, text -> new ArrayList<>()).add(List.of(values));
        return this;
    }

    StatementBatch insert(String table, SqlValues row) {
        return add(row.insertInto(table) + "values (" + row.marks() + ")", row);
    }

    void run(Connection connection) throws SQLException {
        for (Map.Entry<String, List<List<SqlValues>>> each : parameters.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(each.getKey())) {
                for (List<SqlValues> rows : each.getValue()) {
                    SqlValues.bindAll(statement, rows);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
