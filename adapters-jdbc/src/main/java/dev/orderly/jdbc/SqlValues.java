package dev.orderly.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns with their values, each with its SQL type, which a null needs as well. Not thread-safe. */
final class SqlValues {

    private static final String VALUE = "{value}";

    private final List<String> columns = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    /** What is written of each value, which stands in it as {@link #VALUE}. */
    private final List<String> forms = new ArrayList<>();

    /** The columns of a row that a query found, to be written to another table. */
    static SqlValues of(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SqlValues values = new SqlValues();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            switch (columns.getColumnType(i)) {
                case Types.INTEGER, Types.BIGINT -> number(values, column, (Number) row.getObject(i));
                case Types.BOOLEAN, Types.BIT, Types.TINYINT -> values.flag(column, row.getBoolean(i));
                default -> values.text(column, row.getString(i));
            }
        }
        return values;
    }

    private static void number(SqlValues values, String column, @Nullable Number value) {
        if (value instanceof Integer number) {
            values.number(column, number);
        } else {
            values.big(column, (Long) value);
        }
    }

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

    /** A time in microseconds, or the time by the database's clock if that is earlier. */
    SqlValues timeUpToNow(String column, long micros, DatabaseDialect dialect) {
        return add(column, micros, Types.BIGINT, dialect.least(VALUE, dialect.currentMicros()));
    }

    /** The columns and values of others behind those that are here. */
    SqlValues addAll(SqlValues others) {
        columns.addAll(others.columns);
        values.addAll(others.values);
        types.addAll(others.types);
        forms.addAll(others.forms);
        return this;
    }

    private SqlValues add(String column, @Nullable Object value, int type) {
        return add(column, value, type, VALUE);
    }

    private SqlValues add(String column, @Nullable Object value, int type, String form) {
        columns.add(column);
        values.add(value);
        types.add(type);
        forms.add(form);
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
            arrays.add(column, all, first.types.get(i), first.forms.get(i));
        }
        return arrays;
    }

    /** What is written of values that stand in a table, such as {@code p.a, least(p.b, clock), p.c}. */
    String written(String prefix) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> forms.get(i).replace(VALUE, prefix + "." + columns.get(i)))
                .collect(Collectors.joining(", "));
    }

    /** The names of the columns whose values a row does not have. */
    List<String> differences(ResultSet row) throws SQLException {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Object value = values.get(i);
            Object stored = types.get(i) == Types.BOOLEAN ? (Object) row.getBoolean(column) : row.getString(column);
            String written = value == null ? null : value.toString();
            if (!Objects.equals(written, stored == null ? null : stored.toString())) {
                differences.add(column);
            }
        }
        return differences;
    }

    /** {@code a, b, c}. */
    String names() {
        return String.join(", ", columns);
    }

    /** {@code ?, ?, ?}, of which one can be {@code least(?, clock)}; of {@linkplain #transposed arrays}, each is plain. */
    String marks() {
        return IntStream.range(0, columns.size())
                .mapToObj(i ->
                        values.get(i) instanceof Object[] ? "?" : forms.get(i).replace(VALUE, "?"))
                .collect(Collectors.joining(", "));
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
