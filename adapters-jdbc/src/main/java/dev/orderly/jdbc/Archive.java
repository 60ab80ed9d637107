package dev.orderly.jdbc;

import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Orders that were retired: they are read as all others, and go back to where they were when something happens to them. */
final class Archive {

    /** All columns of an order that are kept in the archive. A done order has no deadline. */
    static final String ORDER_COLUMNS =
            "number, sequence, workflow, version, status, done, muted, placed_at, since, customer_key, placed, state";

    /** All columns of an entry. */
    static final String ENTRY_COLUMNS = EntryRow.COLUMNS + ", previous";

    /** The guards refuse an order that another node moves at the same moment: then it is somewhere else, and is looked for anew. */
    private static final int ATTEMPTS = 3;

    private static final String FIND = "select " + OrderRow.COLUMNS
            + ", o.hash from orderly_archived_order o where o.number = ? and o.state is not null";
    private static final String HISTORY =
            "select " + EntryRow.COLUMNS + " from orderly_archived_entry where number = ? order by sequence";

    private final Session session;
    private final OrderReader reader;

    Archive(Session session, OrderReader reader) {
        this.session = session;
        this.reader = reader;
    }

    private static SqlValues key(String number) {
        return new SqlValues().text("number", number);
    }

    /** An order that was retired and not purged. */
    Optional<StoredOrder> find(String number) {
        SqlCommand command = new SqlCommand().add(FIND, key(number));
        return session
                .read("reading order " + number + " in the archive", c -> command.list(c, reader::stored))
                .stream()
                .findFirst();
    }

    /** The history of an order that was retired and not purged. */
    Optional<History> history(String number) {
        SqlCommand command = new SqlCommand().add(HISTORY, key(number));
        List<HistoryEntry> entries = session.read(
                "reading the history of order " + number + " in the archive", c -> command.list(c, reader::entry));
        return entries.isEmpty() ? Optional.empty() : Optional.of(new History(number, entries));
    }

    /** Whether an order had this number that is purged now. */
    boolean isPurged(String number) {
        SqlCommand command = new SqlCommand()
                .add("select 1 from orderly_archived_order where number = ? and state is null", key(number));
        return !session.read("looking for order " + number + " in the archive", c -> command.list(c, r -> 1))
                .isEmpty();
    }

    /** Moves orders to the archive, whose rows are locked. */
    static void store(Connection connection, List<Order> orders, Instant now) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        Map<String, Order> byNumber = new HashMap<>();
        SqlValues numbers = new SqlValues();
        for (Order order : orders) {
            byNumber.put(order.number(), order);
            numbers.text("number", order.number());
        }
        String in = " where number in (" + numbers.marks() + ") order by number";
        StatementBatch moves = new StatementBatch();
        new SqlCommand()
                .add("select " + ORDER_COLUMNS + ", " + OrderRow.hash("") + " from orderly_order o" + in, numbers)
                .each(
                        connection,
                        row -> moves.insert(
                                "orderly_archived_order", SqlValues.of(row).big("retired_at", EpochMicros.floor(now))));
        new SqlCommand()
                .add("select " + ENTRY_COLUMNS + " from orderly_history" + in + ", sequence", numbers)
                .each(
                        connection,
                        row -> moves.insert(
                                "orderly_archived_entry", SqlValues.of(row).big("done_at", doneAt(byNumber, row))));
        Set<String> withUnits = new LinkedHashSet<>();
        new SqlCommand()
                .add(
                        "select " + MovedItemRows.COLUMNS + " from orderly_moved_item" + in + ", sequence, position",
                        numbers)
                .each(connection, row -> {
                    withUnits.add(row.getString("number"));
                    moves.insert(MovedItemRows.ARCHIVE, SqlValues.of(row).big("done_at", doneAt(byNumber, row)));
                });
        new SqlCommand()
                .add("select number, sha256 from orderly_attachment" + in, numbers)
                .each(
                        connection,
                        row -> moves.add(
                                "insert into orderly_archived_attachment (number, sha256, content, done_at)"
                                        + " select number, sha256, content, ? from orderly_attachment"
                                        + " where number = ? and sha256 = ?",
                                new SqlValues().big("done_at", doneAt(byNumber, row)),
                                Attachments.key(row.getString("number"), row.getString("sha256"))));
        moves.run(connection);
        remove(connection, orders, withUnits);
    }

    private static long doneAt(Map<String, Order> orders, ResultSet row) throws SQLException {
        Order order = Objects.requireNonNull(orders.get(row.getString("number")));
        return EpochMicros.floor(order.since());
    }

    /** From the last entry to the first: each is kept by the one behind it. */
    private static void remove(Connection connection, List<Order> orders, Set<String> withUnits) throws SQLException {
        StatementBatch deletions = new StatementBatch();
        for (String table : List.of("orderly_attachment", "orderly_answer", "orderly_order")) {
            orders.forEach(order -> deletions.add("delete from " + table + " where number = ?", key(order.number())));
        }
        withUnits.forEach(number -> deletions.add("delete from orderly_moved_item where number = ?", key(number)));
        for (Order order : orders) {
            for (long sequence = order.sequence(); sequence >= 1; sequence--) {
                deletions.add(
                        "delete from orderly_history where number = ? and sequence = ?",
                        key(order.number()).big("sequence", sequence));
            }
        }
        deletions.run(connection);
    }

    /**
     * Brings an order back from the archive.
     *
     * @return whether it was there
     * @throws dev.orderly.store.ConflictException if another node was faster
     */
    boolean restore(String number) {
        if (find(number).isEmpty()) {
            return false;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return moveBack(number);
            } catch (StoreFailedException e) {
                if (attempt == ATTEMPTS || session.isJoined()) {
                    throw e;
                }
            }
        }
    }

    private boolean moveBack(String number) {
        String what = "bringing order " + number + " back from the archive";
        return session.inTransaction(what, c -> {
            if (!restore(c, number)) {
                throw SqlErrors.conflict(what);
            }
            return true;
        });
    }

    /**
     * The rows come back in the order in which they were written, past the same guards. The first one is copied before the others
     * are read: until this transaction ends, its primary key keeps other nodes from restoring or retiring the same order.
     */
    private static boolean restore(Connection connection, String number) throws SQLException {
        new SqlCommand()
                .add(
                        "insert into orderly_history (" + ENTRY_COLUMNS + ") select " + ENTRY_COLUMNS
                                + " from orderly_archived_entry where number = ? and sequence = 1",
                        key(number))
                .update(connection);
        StatementBatch back = new StatementBatch();
        new SqlCommand()
                .add(
                        "select " + ENTRY_COLUMNS + " from orderly_archived_entry where number = ? and sequence > 1"
                                + " order by sequence",
                        key(number))
                .each(connection, row -> back.insert("orderly_history", SqlValues.of(row)));
        new SqlCommand()
                .add(
                        "select " + MovedItemRows.COLUMNS
                                + " from orderly_archived_moved_item where number = ? order by sequence, position",
                        key(number))
                .each(connection, row -> back.insert(MovedItemRows.TABLE, SqlValues.of(row)));
        new SqlCommand()
                .add(
                        "select " + ORDER_COLUMNS
                                + " from orderly_archived_order where number = ? and state is not null",
                        key(number))
                .each(connection, row -> back.insert("orderly_order", SqlValues.of(row)));
        for (String sha256 : attachments(connection, number)) {
            back.add(
                    "insert into orderly_attachment (number, sha256, content) select number, sha256, content"
                            + " from orderly_archived_attachment where number = ? and sha256 = ?",
                    Attachments.key(number, sha256));
        }
        back.add("delete from orderly_archived_attachment where number = ?", key(number))
                .add("delete from orderly_archived_moved_item where number = ?", key(number))
                .add("delete from orderly_archived_entry where number = ?", key(number))
                .run(connection);
        return new SqlCommand()
                        .add("delete from orderly_archived_order where number = ? and state is not null", key(number))
                        .update(connection)
                == 1;
    }

    private static List<String> attachments(Connection connection, String number) throws SQLException {
        return new SqlCommand()
                .add("select sha256 from orderly_archived_attachment where number = ?", key(number))
                .list(connection, row -> row.getString("sha256"));
    }
}
