package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a step by several statements, for databases that check foreign keys row by row: the entry must be there before
 * its units move, and both before the order's row moves to it. Locking that row is the guard, and comes first.
 */
final class GuardedWriter implements StepWriter {

    private static final String GUARD = " from orderly_order where number = ? and sequence = ?";

    /** Where only one transaction writes, no row is locked. */
    private final boolean locksRows;

    GuardedWriter(DatabaseDialect dialect) {
        locksRows = dialect.writerLock().isEmpty();
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }

    @Override
    public Set<String> writeAll(Connection connection, List<StepRows> steps) throws SQLException {
        Map<String, Long> free = lock(connection, steps);
        List<StepRows> writable = steps.stream()
                .filter(step -> free.getOrDefault(step.number(), -1L) == step.before())
                .toList();
        StatementBatch batch = new StatementBatch();
        writable.forEach(step -> batch.insert("orderly_history", step.entry()));
        writable.forEach(step -> step.moved().forEach(moved -> batch.insert(MovedItemRows.TABLE, moved)));
        writable.forEach(step -> batch.add(update(step), step.order(), step.key()));
        writable.forEach(step -> step.messages().forEach(message -> batch.insert("orderly_outbox", message)));
        batch.run(connection);
        return writable.stream().map(StepRows::number).collect(Collectors.toSet());
    }

    /** The sequence numbers of the orders that no other transaction has locked. */
    private Map<String, Long> lock(Connection connection, List<StepRows> steps) throws SQLException {
        SqlValues numbers = new SqlValues();
        steps.forEach(step -> numbers.text("number", step.number()));
        Map<String, Long> free = new HashMap<>();
        new SqlCommand()
                .add("select number, sequence from orderly_order where number in (" + numbers.marks() + ")", numbers)
                .add(locksRows ? " for update skip locked" : "")
                .list(connection, row -> free.put(row.getString("number"), row.getLong("sequence")));
        return free;
    }

    private static String update(StepRows step) {
        return "update orderly_order set " + step.order().assignments() + " where number = ? and sequence = ?";
    }

    @Override
    public void write(Connection connection, StepRows step) throws SQLException {
        SqlValues entry = step.entry();
        String into = entry.insertInto("orderly_history");
        SqlCommand command = step.isFirst()
                ? new SqlCommand().add(into + "values (" + entry.marks() + ")", entry)
                : new SqlCommand()
                        .add(into + "select " + entry.marks(), entry)
                        .add(GUARD + (locksRows ? " for update" : ""), step.key());
        if (command.update(connection) == 0) {
            throw SqlErrors.conflict(step.name());
        }
        StatementBatch moved = new StatementBatch();
        step.moved().forEach(row -> moved.insert(MovedItemRows.TABLE, row));
        moved.run(connection);
        if (step.answer() != null) {
            insert("orderly_answer", step.answer()).update(connection);
        }
        if (step.isFirst()) {
            insert("orderly_order", step.order()).update(connection);
        } else {
            new SqlCommand()
                    .add("update orderly_order set " + step.order().assignments(), step.order())
                    .add(" where number = ? and sequence = ?", step.key())
                    .update(connection);
        }
        for (int i = 0; i < step.attachments().size(); i++) {
            Attachments.addIfAbsent(
                    connection, step.attachmentKeys().get(i), step.attachments().get(i));
        }
        for (SqlValues message : step.messages()) {
            insert("orderly_outbox", message).update(connection);
        }
    }

    private static SqlCommand insert(String table, SqlValues row) {
        return new SqlCommand().add(row.insertInto(table) + "values (" + row.marks() + ")", row);
    }
}
