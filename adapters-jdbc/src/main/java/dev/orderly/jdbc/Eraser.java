package dev.orderly.jdbc;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.Erasure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes the entry of an erasure, and replaces the order's rows by rows without personal data. */
final class Eraser {

    private final Session session;
    private final StepWriter writer;
    private final CatchUp catchUp;
    private final DatabaseDialect dialect;

    Eraser(Session session, StepWriter writer, CatchUp catchUp, DatabaseDialect dialect) {
        this.session = session;
        this.writer = writer;
        this.catchUp = catchUp;
        this.dialect = dialect;
    }

    void erase(Erasure erasure) {
        String number = erasure.after().number();
        String what = "erasing what order " + number + " has of its customer";
        catchUp.afterConflict(
                number,
                () -> session.inTransaction(what, connection -> {
                    erase(connection, erasure);
                    return erasure;
                }));
    }

    /** The step comes first: it locks the order's row, and is refused if the order has moved on. */
    private void erase(Connection connection, Erasure erasure) throws SQLException {
        Order after = erasure.after();
        writer.write(connection, StepRows.of(new Change(after, erasure.entry(), null, Map.of(), List.of()), dialect));
        SqlValues number = new SqlValues().text("number", after.number());
        SqlValues customer = OrderRow.customer(new SqlValues(), after);
        new SqlCommand()
                .add("update orderly_order set " + customer.assignments(), customer)
                .add(" where number = ?", number)
                .update(connection);
        StatementBatch entries = new StatementBatch();
        for (HistoryEntry entry : erasure.redacted()) {
            SqlValues personal = EntryRow.personal(new SqlValues(), entry);
            entries.add(
                    "update orderly_history set " + personal.assignments() + " where number = ? and sequence = ?",
                    personal,
                    new SqlValues()
                            .text("number", after.number())
                            .big("sequence", entry.activity().sequence()));
        }
        entries.run(connection);
        new SqlCommand()
                .add("delete from orderly_attachment where number = ?", number)
                .update(connection);
        new SqlCommand()
                .add("delete from orderly_answer where number = ?", number)
                .update(connection);
    }
}
