package dev.orderly.jdbc;

import dev.orderly.store.Change;
import java.util.List;

/**
 * Writes a step by one statement, which is one round trip: PostgreSQL checks foreign keys when the whole statement has
 * run, so the order's row can move before the entry that it moves to is there. Everything hangs on that row's update.
 */
final class OneStatementWriter implements StepWriter {

    private final Session session;

    OneStatementWriter(Session session) {
        this.session = session;
    }

    @Override
    public void write(Change change) {
        Step step = Step.of(change);
        int written = session.once(step.name(), command(step)::update);
        if (written == 0) {
            throw Failures.conflict(step.name(), null);
        }
    }

    private static Command command(Step step) {
        Command command = new Command().add("with moved as (");
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
        if (step.answer() != null) {
            insert(command, "answered", "orderly_answer", step.answer()).add(")");
        }
        List<Row> attachments = step.attachments();
        for (int i = 0; i < attachments.size(); i++) {
            insert(command, "attached" + i, "orderly_attachment", attachments.get(i))
                    .add(" on conflict do nothing)");
        }
        for (int i = 0; i < step.messages().size(); i++) {
            insert(command, "told" + i, "orderly_outbox", step.messages().get(i))
                    .add(")");
        }
        return command.add(
                " " + step.entry().insertInto("orderly_history") + "select "
                        + step.entry().marks() + " from moved",
                step.entry());
    }

    private static void unanswered(Command command, Step step) {
        if (step.answerKey() != null) {
            command.add(
                    " and not exists (select 1 from orderly_answer where number = ? and request_id = ?)",
                    step.answerKey());
        }
    }

    private static Command insert(Command command, String name, String table, Row row) {
        return command.add(
                ", " + name + " as (" + row.insertInto(table) + "select " + row.marks() + " from moved", row);
    }
}
