package dev.orderly.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * What a careful programmer would write for this one flow: reads the order, decides by an {@code if}, and writes the
 * history's row, with the chained and salted hash, and the order's row, guarded by its sequence; on PostgreSQL by one
 * statement. What its tables refuse is a matter of its {@link Care}; unless that is bare, in an H2 file one writes at a
 * time and waits for the disk. It knows no cases, comments, roles, reasons, request ids or messages.
 */
final class HandWrittenMover implements Mover {

    private static final String PLACED =
            "{\"customer\":{\"email\":\"ijon@example.com\"},\"lines\":[\"1\",\"Solaris\",1]}";
    private static final String CUSTOMER = sha256("ijon@example.com");
    private static final String STATE = "{\"fields\":{},\"trail\":{\"event\":\"%s\",\"at\":\"%s\"}}";

    private final DataSource source;
    private final String prefix;
    private final Care care;
    private final boolean oneStatement;
    private final boolean waitsForDisk;
    private final Lock file = new ReentrantLock();
    private final SecureRandom random = new SecureRandom();

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

    private record Step(
            String number, long sequence, String from, String event, String to, long at, String salt, String hash) {}

    private Step step(String number, long sequence, String from, String event, String to, String previousHash) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        long at = Instant.now().toEpochMilli() * 1000;
        String text =
                String.join("\n", previousHash, number, Long.toString(sequence), from, event, to, "staff", salt) + at;
        return new Step(number, sequence, from, event, to, at, salt, sha256(text));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void place(String number) throws SQLException {
        Step step = step(number, 1, "", "place", "open", "");
        boolean listed = care == Care.SAME;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            history(connection, step, "");
            try (PreparedStatement insert = connection.prepareStatement("insert into " + prefix
                    + "_order (number, sequence, status, since, placed, state" + (listed ? ", placed_at, customer" : "")
                    + ") values (?, 1, 'open', ?, ?, ?" + (listed ? ", ?, ?" : "") + ")")) {
                insert.setString(1, number);
                insert.setLong(2, step.at);
                insert.setString(3, PLACED);
                insert.setString(4, STATE.formatted("place", step.at));
                if (listed) {
                    insert.setLong(5, step.at);
                    insert.setString(6, CUSTOMER);
                }
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void move(String number) throws SQLException {
        Step step = decide(number);
        if (waitsForDisk) {
            file.lock();
        }
        try (Connection connection = source.getConnection()) {
            write(connection, step);
        } finally {
            if (waitsForDisk) {
                file.unlock();
            }
        }
    }

    private void write(Connection connection, Step step) throws SQLException {
        if (oneStatement) {
            one(connection, step);
            return;
        }
        connection.setAutoCommit(false);
        history(connection, step, " from " + prefix + "_order where number = ? and sequence = ? for update");
        order(connection, step);
        connection.commit();
        connection.setAutoCommit(true); // makes H2 write once more
        if (waitsForDisk) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }

    private Step decide(String number) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select o.sequence, o.status, o.placed, o.state,"
                        + " h.hash from " + prefix + "_order o join " + prefix
                        + "_history h on h.number = o.number and h.sequence = o.sequence where o.number = ?")) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no order " + number);
                }
                String status = row.getString(2);
                boolean held = status.equals("held");
                return step(
                        number,
                        row.getLong(1) + 1,
                        status,
                        held ? "resume" : "hold",
                        held ? "open" : "held",
                        row.getString(5));
            }
        }
    }

    private void one(Connection connection, Step step) throws SQLException {
        String sql = "with moved as (update " + prefix + "_order set sequence = ?, status = ?, since = ?, state = ?"
                + deadline()
                + " where number = ? and sequence = ? returning number) insert into " + prefix + "_history"
                + " (number, sequence, previous, from_status, event, to_status, actor, at_time, salt, hash)"
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from moved";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, step.sequence);
            statement.setString(2, step.to);
            statement.setLong(3, step.at);
            statement.setString(4, STATE.formatted(step.event, step.at));
            statement.setString(5, step.number);
            statement.setLong(6, step.sequence - 1);
            fill(statement, 6, step);
            requireOne(statement.executeUpdate(), step);
        }
    }

    /** A status without a time limit ends that of the status before. */
    private String deadline() {
        return care == Care.SAME ? ", deadline_at = null" : "";
    }

    private void history(Connection connection, Step step, String guard) throws SQLException {
        String sql = "insert into " + prefix + "_history"
                + " (number, sequence, previous, from_status, event, to_status, actor, at_time, salt, hash)"
                + (guard.isEmpty()
                        ? " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        : " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?" + guard);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, 0, step);
            if (!guard.isEmpty()) {
                statement.setString(11, step.number);
                statement.setLong(12, step.sequence - 1);
            }
            requireOne(statement.executeUpdate(), step);
        }
    }

    private static void fill(PreparedStatement statement, int offset, Step step) throws SQLException {
        statement.setString(offset + 1, step.number);
        statement.setLong(offset + 2, step.sequence);
        statement.setObject(offset + 3, step.sequence == 1 ? null : step.sequence - 1, Types.BIGINT);
        statement.setString(offset + 4, step.from);
        statement.setString(offset + 5, step.event);
        statement.setString(offset + 6, step.to);
        statement.setString(offset + 7, "staff");
        statement.setLong(offset + 8, step.at);
        statement.setString(offset + 9, step.salt);
        statement.setString(offset + 10, step.hash);
    }

    private void order(Connection connection, Step step) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + prefix
                + "_order set sequence = ?, status = ?, since = ?, state = ?" + deadline()
                + " where number = ? and sequence = ?")) {
            update.setLong(1, step.sequence);
            update.setString(2, step.to);
            update.setLong(3, step.at);
            update.setString(4, STATE.formatted(step.event, step.at));
            update.setString(5, step.number);
            update.setLong(6, step.sequence - 1);
            requireOne(update.executeUpdate(), step);
        }
    }

    private static void requireOne(int rows, Step step) {
        if (rows != 1) {
            throw new IllegalStateException("somebody else moved order " + step.number);
        }
    }
}
