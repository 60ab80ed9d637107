package dev.orderly.jdbc;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.Erasure;
import java.sql.Connection;
import java.sql.SQLException;

/** Replaces the rows of an order by rows without personal data. */
final class Eraser {

    private final Session session;

    Eraser(Session session) {
        this.session = session;
    }

    void erase(Erasure erasure) {
        String what = "erasing what order " + erasure.after().number() + " has of its customer";
        session.inTransaction(what, connection -> {
            erase(connection, erasure, what);
            return erasure;
        });
    }

    private static void erase(Connection connection, Erasure erasure, String what) throws SQLException {
        Order after = erasure.after();
        SqlValues number = new SqlValues().text("number", after.number());
        SqlValues left = OrderRow.moved(OrderRow.customer(new SqlValues(), after), after);
        int found = new SqlCommand()
                .add("update orderly_order set " + left.assignments(), left)
                .add(" where number = ? and sequence = ?", key(after.number(), after.sequence()))
                .update(connection);
        if (found == 0) {
            throw SqlErrors.conflict(what, null);
        }
        for (HistoryEntry entry : erasure.entries()) {
            SqlValues personal = EntryRow.personal(new SqlValues(), entry);
            new SqlCommand()
                    .add("update orderly_history set " + personal.assignments(), personal)
                    .add(
                            " where number = ? and sequence = ?",
                            key(after.number(), entry.activity().sequence()))
                    .update(connection);
        }
        new SqlCommand()
                .add("delete from orderly_attachment where number = ?", number)
                .update(connection);
        new SqlCommand()
                .add("delete from orderly_answer where number = ?", number)
                .update(connection);
    }

    private static SqlValues key(String number, long sequence) {
        return new SqlValues().text("number", number).big("sequence", sequence);
    }
}
