package dev.orderly.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns with their values, each with its SQL type, which a null needs as well. Not thread-safe. */
final class SqlValues {

    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    SqlValues text(String column, @Nullable String value) {
        return add(column, value, Types.VARCHAR);
    }

    SqlValues number(String column, @Nullable Integer value) {
        return add(column, value, Types.INTEGER);
    }

    SqlValues big(String column, @Nullable Long value) {
        return add(column, value, Types.BIGINT);
    }

    SqlValues flag(String column, boolean value) {
        return add(column, value, Types.BOOLEAN);
    }

    SqlValues bytes(String column, byte[] value) {
        return add(column, value, Types.VARBINARY);
    }

    private SqlValues add(String column, @Nullable Object value, int type) {
        columns.add(column);
        values.add(value);
        types.add(type);
        return this;
    }

    /** The same columns with the values of many rows in each, as arrays, which only PostgreSQL has. */
    static SqlValues transposed(List<SqlValues> rows) {
        SqlValues arrays = new SqlValues();
        SqlValues first = rows.get(0);
        for (int i = 0; i < first.columns.size(); i++) {
            String column = first.columns.get(i);
            @Nullable Object[] all = new @Nullable Object[rows.size()];
            for (int j = 0; j < all.length; j++) {
                SqlValues row = rows.get(j);
                all[j] = row.values.get(row.columns.indexOf(column));
            }
            arrays.add(column, all, first.types.get(i));
        }
        return arrays;
    }

    /** {@code p.a, p.b, p.c}. */
    String names(String prefix) {
        return prefix + "." + String.join(", " + prefix + ".", columns);
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

    /** {@code a = p.a, b = p.b, c = p.c}. */
    String assignmentsFrom(String prefix) {
        return columns.stream().map(c -> c + " = " + prefix + "." + c).collect(Collectors.joining(", "));
    }

    /** {@code insert into table (a, b, c)}. */
    String insertInto(String table) {
        return "insert into " + table + " (" + names() + ") ";
    }

    /** Sets all parameters of a statement. */
    static void bindAll(PreparedStatement statement, List<SqlValues> rows) throws SQLException {
        int next = 1;
        for (SqlValues row : rows) {
            next = row.bind(statement, next);
        }
    }

    /** Sets the parameters of a statement from a place on; returns the place after them. */
    private int bind(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            int type = types.get(i);
            if (value == null) {
                statement.setNull(at, type);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(at, bytes);
            } else if (value instanceof Object[] array) {
                statement.setArray(at, statement.getConnection().createArrayOf(arrayOf(type), array));
            } else {
                statement.setObject(at, value, type);
            }
            at++;
        }
        return at;
    }

    /** PostgreSQL's name of a type. */
    private static String arrayOf(int type) {
        return switch (type) {
            case Types.VARCHAR -> "varchar";
            case Types.INTEGER -> "int4";
            case Types.BIGINT -> "int8";
            case Types.BOOLEAN -> "bool";
            default -> throw new IllegalArgumentException("there is no array of the type " + type);
        };
    }
}
