package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a step by one statement, which is one round trip, and so many steps: PostgreSQL checks foreign keys when the whole
 * statement has run, so an order's row can refer to its next entry before that is there. Everything else depends on the update
 * of that row.
 */
final class OneStatementWriter implements StepWriter {

    @Override
    public boolean isOneStatement() {
        return true;
    }

    @Override
    public void write(Connection connection, StepRows step) throws SQLException {
        if (command(step).update(connection) == 0) {
            throw SqlErrors.conflict(step.name());
        }
    }

    @Override
    public Set<String> writeAll(Connection connection, List<StepRows> steps) throws SQLException {
        return new HashSet<>(command(steps).list(connection, row -> row.getString("number")));
    }

    /** The rows come as one array for each column, so that the statement is the same however many they are. */
    private static SqlCommand command(List<StepRows> steps) {
        SqlValues keys = SqlValues.transposed(steps.stream().map(StepRows::key).toList());
        SqlValues orders =
                SqlValues.transposed(steps.stream().map(StepRows::order).toList());
        SqlValues entries =
                SqlValues.transposed(steps.stream().map(StepRows::entry).toList());
        List<SqlValues> messages =
                steps.stream().flatMap(step -> step.messages().stream()).toList();
        SqlCommand command = new SqlCommand()
                .add("with step as (select s.* from unnest(" + keys.marks() + ", ", keys)
                .add(orders.marks() + ") as s (number, before, " + orders.names() + ") join orderly_order o", orders)
                .add(" on o.number = s.number and o.sequence = s.before for no key update of o skip locked)")
                .add(", moved_order as (update orderly_order o set " + orders.assignmentsFrom("step") + " from step"
                        + " where o.number = step.number and o.sequence = step.before returning o.number)");
        List<SqlValues> moved =
                steps.stream().flatMap(step -> step.moved().stream()).toList();
        if (!moved.isEmpty()) {
            command.add(", moved_items as (");
            insertAll(command, MovedItemRows.TABLE, SqlValues.transposed(moved)).add(")");
        }
        if (!messages.isEmpty()) {
            command.add(", new_messages as (");
            insertAll(command, "orderly_outbox", SqlValues.transposed(messages)).add(")");
        }
        return insertAll(command.add(" "), "orderly_history", entries).add(" returning number");
    }

    private static SqlCommand insertAll(SqlCommand command, String table, SqlValues rows) {
        return command.add(
                rows.insertInto(table) + "select " + rows.written("r") + " from unnest(" + rows.marks() + ") as r ("
                        + rows.names() + ") join moved_order on moved_order.number = r.number",
                rows);
    }

    private static SqlCommand command(StepRows step) {
        SqlCommand command = new SqlCommand().add("with moved_order as (");
        if (step.isFirst()) {
            command.add(
                            step.order().insertInto("orderly_order") + "select "
                                    + step.order().marks(),
                            step.order())
                    .add(" where true");
            unanswered(command, step);
            command.add(" on conflict do nothing returning number)");
        } else {
            command.add("update orderly_order set " + step.order().assignments(), step.order())
                    .add(" where number = ? and sequence = ?", step.key());
            unanswered(command, step);
            command.add(" returning number)");
        }
        if (!step.moved().isEmpty()) {
            SqlValues moved = SqlValues.transposed(step.moved());
            command.add(
                    ", moved_items as (" + moved.insertInto(MovedItemRows.TABLE) + "select " + moved.written("r")
                            + " from unnest(" + moved.marks() + ") as r (" + moved.names()
                            + ") cross join moved_order)",
                    moved);
        }
        if (step.answer() != null) {
            insert(command, "new_answer", "orderly_answer", step.answer()).add(")");
        }
        List<SqlValues> attachments = step.attachments();
        for (int i = 0; i < attachments.size(); i++) {
            insert(command, "new_attachment" + i, "orderly_attachment", attachments.get(i))
                    .add(" on conflict do nothing)");
        }
        for (int i = 0; i < step.messages().size(); i++) {
            insert(command, "new_message" + i, "orderly_outbox", step.messages().get(i))
                    .add(")");
        }
        return command.add(
                " " + step.entry().insertInto("orderly_history") + "select "
                        + step.entry().marks() + " from moved_order",
                step.entry());
    }

    private static void unanswered(SqlCommand command, StepRows step) {
        if (step.answerKey() != null) {
            command.add(
                    " and not exists (select 1 from orderly_answer where number = ? and request_id = ?)",
                    step.answerKey());
        }
    }

    private static SqlCommand insert(SqlCommand command, String name, String table, SqlValues row) {
        return command.add(
                ", " + name + " as (" + row.insertInto(table) + "select " + row.marks() + " from moved_order", row);
    }
}
