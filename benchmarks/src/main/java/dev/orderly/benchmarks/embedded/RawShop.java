package dev.orderly.benchmarks.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One connection's view of orders in plain SQL. Not thread-safe. */
final class RawShop implements AutoCloseable {

    private static final String CONTENT = "{\"data\":{\"note\":\"" + "x".repeat(280) + "\"}}";
    private static final String STATE = "{\"fields\":{\"note\":\"" + "y".repeat(380) + "\"}}";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final EmbeddedProduct product;
    private final Connection connection;

    RawShop(EmbeddedProduct product, Path folder) throws SQLException {
        this.product = product;
        connection = product.connect(folder);
    }

    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : product.tables()) {
                statement.execute(sql);
            }
        }
    }

    /** Places an order. */
    void place(String number) throws SQLException {
        product.commit(connection, () -> {
            insertEntry(number, 1, null, "", "new");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into orders values (?, 1, 'new', ?, ?, ?)")) {
                insert.setString(1, number);
                insert.setLong(2, System.nanoTime());
                insert.setLong(3, System.nanoTime());
                insert.setString(4, STATE);
                insert.executeUpdate();
            }
        });
    }

    /** Moves an order on by one entry: a read, and a transaction of two statements. */
    long step(String number) throws SQLException {
        long before;
        String status;
        try (PreparedStatement find =
                connection.prepareStatement("select sequence, status, state from orders where number = ?")) {
            find.setString(1, number);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                before = row.getLong(1);
                status = row.getString(2);
            }
        }
        String next = status.equals("new") ? "paid" : "new";
        product.commit(connection, () -> {
            insertEntry(number, before + 1, before, status, next);
            try (PreparedStatement update = connection.prepareStatement(
                    "update orders set sequence = ?, status = ?, due_at = ?, state = ? where number = ? and sequence = ?")) {
                update.setLong(1, before + 1);
                update.setString(2, next);
                update.setLong(3, System.nanoTime());
                update.setString(4, STATE);
                update.setString(5, number);
                update.setLong(6, before);
                if (update.executeUpdate() != 1) {
                    throw new SQLException("another writer was faster");
                }
            }
        });
        return before + 1;
    }

    private void insertEntry(String number, long sequence, @Nullable Long previous, String from, String to)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into history values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, number);
            insert.setLong(2, sequence);
            insert.setObject(3, previous);
            insert.setString(4, from);
            insert.setString(5, to);
            insert.setLong(6, System.nanoTime());
            insert.setString(7, HASH);
            insert.setString(8, CONTENT);
            insert.executeUpdate();
        }
    }

    /** The last fifty orders. */
    int list() throws SQLException {
        int found = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select * from orders order by placed_at desc, number limit 50")) {
            while (rows.next()) {
                found += rows.getString("state").length();
            }
        }
        return found;
    }

    /** Puts off the next due orders in one transaction. */
    int sweep(int limit) throws SQLException {
        int[] swept = {0};
        product.commit(connection, () -> {
            try (PreparedStatement update = connection.prepareStatement("update orders set due_at = ? where number in"
                    + " (select number from orders where due_at is not null order by due_at, number limit " + limit
                    + ")")) {
                update.setLong(1, System.nanoTime());
                swept[0] = update.executeUpdate();
            }
        });
        return swept[0];
    }

    /** The latest entry of an order's history; -1 if its row is at another, or there is none. */
    long verified(String number) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select o.sequence, max(h.sequence), count(*)"
                + " from orders o join history h on h.number = o.number where o.number = ? group by o.sequence")) {
            find.setString(1, number);
            try (ResultSet row = find.executeQuery()) {
                return row.next() && row.getLong(1) == row.getLong(2) && row.getLong(2) == row.getLong(3)
                        ? row.getLong(1)
                        : -1;
            }
        }
    }

    long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
