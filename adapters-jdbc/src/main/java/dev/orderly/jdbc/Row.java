package dev.orderly.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns with their values, each with its SQL type, which a null needs as well. Not thread-safe. */
final class Row {

    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    Row text(String column, @Nullable String value) {
        return add(column, value, Types.VARCHAR);
    }

    Row number(String column, @Nullable Integer value) {
        return add(column, value, Types.INTEGER);
    }

    Row big(String column, @Nullable Long value) {
        return add(column, value, Types.BIGINT);
    }

    Row flag(String column, boolean value) {
        return add(column, value, Types.BOOLEAN);
    }

    Row bytes(String column, byte[] value) {
        return add(column, value, Types.VARBINARY);
    }

    private Row add(String column, @Nullable Object value, int type) {
        columns.add(column);
        values.add(value);
        types.add(type);
        return this;
    }

    /** {@code a, b, c}. */
    String names() {
        return String.join(", ", columns);
    }

    /** {@code ?, ?, ?}. */
    String marks() {
        return String.join(", ", Collections.nCopies(columns.size(), "?"));
    }

    /** {@code a = ?, b = ?, c = ?}. */
    String assignments() {
        return String.join(" = ?, ", columns) + " = ?";
    }

    /** {@code insert into table (a, b, c)}. */
    String insertInto(String table) {
        return "insert into " + table + " (" + names() + ") ";
    }

    /** Sets the parameters of a statement from a place on; returns the place after them. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            int type = types.get(i);
            if (value == null) {
                statement.setNull(at, type);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(at, bytes);
            } else {
                statement.setObject(at, value, type);
            }
            at++;
        }
        return at;
    }
}
