package dev.orderly.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * What a careful programmer would write for the one {@link Flow}: reads the order, decides by an {@code if}, and writes
 * the history's row, with the chained and salted hash, and the order's row, guarded by its sequence; on PostgreSQL by
 * one statement. What its tables refuse is a matter of its {@link Care}; unless that is bare, in an H2 file one writes
 * at a time and waits for the disk. It knows no cases, comments, reasons, request ids or messages.
 */
final class HandWrittenMover implements Mover {

    private static final String PLACED =
            "{\"customer\":{\"email\":\"ijon@example.com\"},\"lines\":[\"1\",\"Solaris\",1]}";
    private static final String CUSTOMER = Written.sha256("ijon@example.com");

    private static final String ENTRY =
            " (number, sequence, previous, from_status, event, to_status, actor, data, at_time, salt, hash)";
    private static final String ENTRY_MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private final DataSource source;
    private final String prefix;
    private final Care care;
    private final boolean oneStatement;
    private final boolean waitsForDisk;
    private final Lock file = new ReentrantLock();

    HandWrittenMover(DataSource source, Care care) throws SQLException {
        this.source = source;
        this.care = care;
        prefix = care.prefix();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String database = connection.getMetaData().getDatabaseProductName();
            oneStatement = database.equals("PostgreSQL");
            waitsForDisk = care.isKeyed()
                    && connection.getMetaData().getURL().startsWith("jdbc:h2:")
                    && !connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
            for (String sql : new HandWrittenSchema(database, care).statements()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public String name() {
        return care.title();
    }

    @Override
    public void place(String number) throws SQLException {
        Written placed = Written.of(number, 1, "", FlowStep.PLACE, "{}", "");
        write(connection -> {
            if (oneStatement) {
                placeByOne(connection, placed);
                return;
            }
            connection.setAutoCommit(false);
            history(connection, placed, "");
            try (PreparedStatement insert = connection.prepareStatement(insertion())) {
                placed(insert, placed);
                insert.executeUpdate();
            }
            commit(connection);
        });
    }

    private void placeByOne(Connection connection, Written placed) throws SQLException {
        String sql = "with placed as (" + insertion() + " returning number) insert into " + prefix + "_history" + ENTRY
                + " select " + ENTRY_MARKS + " from placed";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int marks = placed(statement, placed);
            entry(statement, marks, placed);
            requireOne(statement.executeUpdate(), placed);
        }
    }

    private String insertion() {
        boolean listed = care == Care.SAME;
        return "insert into " + prefix + "_order (number, sequence, status, since, placed, state"
                + (listed ? ", placed_at, customer" : "") + ") values (?, 1, ?, ?, ?, ?" + (listed ? ", ?, ?" : "")
                + ")";
    }

    private int placed(PreparedStatement statement, Written placed) throws SQLException {
        statement.setString(1, placed.number());
        statement.setString(2, placed.to());
        statement.setLong(3, placed.at());
        statement.setString(4, PLACED);
        statement.setString(5, placed.state());
        if (care != Care.SAME) {
            return 5;
        }
        statement.setLong(6, placed.at());
        statement.setString(7, CUSTOMER);
        return 7;
    }

    @Override
    public void step(String number, FlowStep step) throws SQLException {
        Written next = decide(number, step);
        write(connection -> {
            if (oneStatement) {
                stepByOne(connection, next);
                return;
            }
            connection.setAutoCommit(false);
            history(connection, next, " from " + prefix + "_order where number = ? and sequence = ? for update");
            update(connection, next);
            commit(connection);
        });
    }

    private void write(Work work) throws SQLException {
        if (waitsForDisk) {
            file.lock();
        }
        try (Connection connection = source.getConnection()) {
            work.with(connection);
        } finally {
            if (waitsForDisk) {
                file.unlock();
            }
        }
    }

    private interface Work {

        void with(Connection connection) throws SQLException;
    }

    private void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true); // makes H2 write once more
        if (waitsForDisk) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    private Written decide(String number, FlowStep step) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select o.sequence, o.status, o.placed, o.state,"
                        + " h.hash from " + prefix + "_order o join " + prefix
                        + "_history h on h.number = o.number and h.sequence = o.sequence where o.number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no order " + number);
                }
                return Written.of(
                        number,
                        row.getLong(1) + 1,
                        row.getString(2),
                        step,
                        Written.fields(row.getString(4)),
                        row.getString(5));
            }
        }
    }

    private void stepByOne(Connection connection, Written next) throws SQLException {
        String sql = "with moved as (update " + prefix + "_order set sequence = ?, status = ?, since = ?, state = ?"
                + deadline()
                + " where number = ? and sequence = ? returning number) insert into " + prefix + "_history" + ENTRY
                + " select " + ENTRY_MARKS + " from moved";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, next.sequence());
            statement.setString(2, next.to());
            statement.setLong(3, next.at());
            statement.setString(4, next.state());
            statement.setString(5, next.number());
            statement.setLong(6, next.sequence() - 1);
            entry(statement, 6, next);
            requireOne(statement.executeUpdate(), next);
        }
    }

    /** A status without a time limit ends that of the status before. */
    private String deadline() {
        return care == Care.SAME ? ", deadline_at = null" : "";
    }

    private void history(Connection connection, Written next, String guard) throws SQLException {
        String sql = "insert into " + prefix + "_history" + ENTRY
                + (guard.isEmpty() ? " values (" + ENTRY_MARKS + ")" : " select " + ENTRY_MARKS + guard);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            entry(statement, 0, next);
            if (!guard.isEmpty()) {
                statement.setString(12, next.number());
                statement.setLong(13, next.sequence() - 1);
            }
            requireOne(statement.executeUpdate(), next);
        }
    }

    private static void entry(PreparedStatement statement, int offset, Written next) throws SQLException {
        statement.setString(offset + 1, next.number());
        statement.setLong(offset + 2, next.sequence());
        statement.setObject(offset + 3, next.sequence() == 1 ? null : next.sequence() - 1, Types.BIGINT);
        statement.setString(offset + 4, next.from());
        statement.setString(offset + 5, next.step().event());
        statement.setString(offset + 6, next.to());
        statement.setString(offset + 7, next.step().role());
        statement.setString(offset + 8, next.data());
        statement.setLong(offset + 9, next.at());
        statement.setString(offset + 10, next.salt());
        statement.setString(offset + 11, next.hash());
    }

    private void update(Connection connection, Written next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + prefix
                + "_order set sequence = ?, status = ?, since = ?, state = ?" + deadline()
                + " where number = ? and sequence = ?")) {
            update.setLong(1, next.sequence());
            update.setString(2, next.to());
            update.setLong(3, next.at());
            update.setString(4, next.state());
            update.setString(5, next.number());
            update.setLong(6, next.sequence() - 1);
            requireOne(update.executeUpdate(), next);
        }
    }

    private static void requireOne(int rows, Written next) {
        if (rows != 1) {
            throw new IllegalStateException("another writer moved order " + next.number());
        }
    }
}
