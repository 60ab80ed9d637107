package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement put together from pieces, each with the parameters that stand in it. Not thread-safe. */
final class SqlCommand {

    private final StringBuilder sql = new StringBuilder();
    private final List<SqlValues> parameters = new ArrayList<>();

    SqlCommand add(String piece) {
        sql.append(piece);
        return this;
    }

    SqlCommand add(String piece, SqlValues values) {
        sql.append(piece);
        parameters.add(values);
        return this;
    }

    /** How many rows it changed. */
    int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Hands over each row that it finds. */
    void each(Connection connection, RowConsumer consumer) throws SQLException {
        each(connection, 0, consumer);
    }

    /**
     * Hands over each row that it finds.
     *
     * @param fetch how many rows are fetched at once; 0 for what the driver does, which can be all
     */
    void each(Connection connection, int fetch, RowConsumer consumer) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.setFetchSize(fetch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }

    /** What a reader makes of each row that it finds. */
    <T> List<T> list(Connection connection, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        SqlValues.bindAll(statement, parameters);
        return statement;
    }

    /** Makes a value of the row that a result stands at. */
    @FunctionalInterface
    interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** Takes the row that a result stands at. */
    @FunctionalInterface
    interface RowConsumer {

        void accept(ResultSet row) throws SQLException;
    }
}
