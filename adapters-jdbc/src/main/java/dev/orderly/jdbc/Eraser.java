package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.order.RecordedActivity;
import dev.orderly.store.Erasure;
import java.sql.Connection;
import java.sql.SQLException;

/** Replaces what is personal about an order by what is left of it. */
final class Eraser {

    private final Session session;

    Eraser(Session session) {
        this.session = session;
    }

    void erase(Erasure erasure) {
        String what = "erasing what order " + erasure.after().number() + " tells about its customer";
        session.whole(what, connection -> {
            erase(connection, erasure, what);
            return erasure;
        });
    }

    private static void erase(Connection connection, Erasure erasure, String what) throws SQLException {
        Order after = erasure.after();
        Row number = new Row().text("number", after.number());
        Row left = OrderRow.moved(OrderRow.customer(new Row(), after), after);
        int found = new Command()
                .add("update orderly_order set " + left.assignments(), left)
                .add(" where number = ? and sequence = ?", key(after.number(), after.sequence()))
                .update(connection);
        if (found == 0) {
            throw Failures.conflict(what, null);
        }
        for (RecordedActivity entry : erasure.entries()) {
            Row personal = EntryRow.personal(new Row(), entry);
            new Command()
                    .add("update orderly_history set " + personal.assignments(), personal)
                    .add(
                            " where number = ? and sequence = ?",
                            key(after.number(), entry.activity().sequence()))
                    .update(connection);
        }
        new Command()
                .add("delete from orderly_attachment where number = ?", number)
                .update(connection);
        new Command().add("delete from orderly_answer where number = ?", number).update(connection);
    }

    private static Row key(String number, long sequence) {
        return new Row().text("number", number).big("sequence", sequence);
    }
}
