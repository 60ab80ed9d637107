package dev.orderly.jdbc;

import dev.orderly.store.Change;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes a step by several statements, for databases that check foreign keys row by row: the entry must be there before
 * the order's row moves to it. Locking that row is the guard, and comes first.
 */
final class GuardedWriter implements StepWriter {

    private static final String GUARD = " from orderly_order where number = ? and sequence = ? for update";

    private final Session session;

    GuardedWriter(Session session) {
        this.session = session;
    }

    @Override
    public void write(Change change) {
        Step step = Step.of(change);
        session.whole(step.name(), connection -> {
            write(connection, step);
            return step;
        });
    }

    private static void write(Connection connection, Step step) throws SQLException {
        Row entry = step.entry();
        String into = entry.insertInto("orderly_history");
        Command command = step.isFirst()
                ? new Command().add(into + "values (" + entry.marks() + ")", entry)
                : new Command().add(into + "select " + entry.marks(), entry).add(GUARD, step.key());
        if (command.update(connection) == 0) {
            throw Failures.conflict(step.name(), null);
        }
        if (step.answer() != null) {
            insert("orderly_answer", step.answer()).update(connection);
        }
        if (step.isFirst()) {
            insert("orderly_order", step.order()).update(connection);
        } else {
            new Command()
                    .add("update orderly_order set " + step.order().assignments(), step.order())
                    .add(" where number = ? and sequence = ?", step.key())
                    .update(connection);
        }
        for (int i = 0; i < step.attachments().size(); i++) {
            Attachments.addIfAbsent(
                    connection, step.attachmentKeys().get(i), step.attachments().get(i));
        }
        for (Row message : step.messages()) {
            insert("orderly_outbox", message).update(connection);
        }
    }

    private static Command insert(String table, Row row) {
        return new Command().add(row.insertInto(table) + "values (" + row.marks() + ")", row);
    }
}
