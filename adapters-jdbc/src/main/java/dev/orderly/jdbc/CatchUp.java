package dev.orderly.jdbc;

import dev.orderly.order.ChainKeys;
import dev.orderly.order.ChainLink;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.UnreadableOrderException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves an order's row on to entries of its history that were written without it. Nothing in this library writes so, but a
 * person with a SQL prompt can: the entry is legal, and no later one can be written while the row is behind it. So after a
 * conflict it is looked whether there was another writer at all. Where entries are made with keys, one that is not holds the
 * order up.
 */
final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    private final Session session;
    private final OrderReader reader;
    private final Archive archive;
    private final DatabaseDialect dialect;
    private final SqlErrors failures;
    private final ChainKeys keys;

    CatchUp(Session session, OrderReader reader, Archive archive, DatabaseDialect dialect, ChainKeys keys) {
        this.session = session;
        this.reader = reader;
        this.archive = archive;
        this.dialect = dialect;
        this.failures = new SqlErrors(dialect);
        this.keys = keys;
    }

    /**
     * Runs a write. After a conflict, an order that was retired is brought back, and written once more. Otherwise the order's row
     * is brought up to its history, so that deciding once more helps; in the caller's transaction, which is to be rolled back,
     * it is not.
     *
     * @throws UnreadableOrderException if there is an entry behind which the row can not be brought
     */
    <T> T afterConflict(String number, Supplier<T> write) {
        try {
            return write.get();
        } catch (ConflictException e) {
            if (isSpoilt(e)) {
                throw e;
            }
            if (archive.restore(number)) {
                return write.get();
            }
            if (!session.isJoined() && isBehind(number)) {
                catchUp(number);
            }
            throw e;
        }
    }

    /** After an error of the database, nothing more can be done in the caller's transaction. */
    private boolean isSpoilt(ConflictException e) {
        return session.isJoined() && e.getCause() != null;
    }

    /** By one statement: a step of another writer shows in both tables or in none. */
    private boolean isBehind(String number) {
        SqlCommand command = new SqlCommand()
                .add(
                        "select max(h.sequence) as latest, max(o.sequence) as present from orderly_history h"
                                + " left join orderly_order o on o.number = h.number where h.number = ?",
                        new SqlValues().text("number", number));
        return session.read(
                        "looking for entries that order " + number + " is behind",
                        connection -> command.list(connection, row -> row.getLong("latest") > row.getLong("present")))
                .contains(true);
    }

    private void catchUp(String number) {
        try {
            long moved = session.inTransaction(
                    "moving order " + number + " up to its history", connection -> catchUp(connection, number));
            LOG.error(
                    "{} entries of order {} were written without its row, which is not done by this library; the row is"
                            + " moved up to them: verify its history",
                    moved,
                    number);
        } catch (ConflictException e) {
            LOG.debug("another node is moving order {} up to its history", number, e);
        } catch (StoreFailedException | UnreadableOrderException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableOrderException(
                    number,
                    "order " + number
                            + " cannot move on: its history has an entry that was written without its row, and"
                            + " no order can be made of it",
                    e);
        }
    }

    private long catchUp(Connection connection, String number) throws SQLException {
        SqlValues key = new SqlValues().text("number", number);
        long present = new SqlCommand()
                        .add("select sequence from orderly_order where number = ?", key)
                        .add(dialect.writerLock().isPresent() ? "" : " for update")
                        .list(connection, row -> row.getLong("sequence"))
                        .stream()
                        .findFirst()
                        .orElse(0L);
        List<HistoryEntry> entries = new SqlCommand()
                .add(EntryRow.HISTORY + dialect.seeingLatest(), key)
                .list(connection, reader::entry);
        WorkflowTable workflows = new WorkflowTable(new JoinedSession(connection, failures));
        for (int i = Math.toIntExact(present) + 1; i <= entries.size(); i++) {
            requireKey(number, i == 1 ? HashChain.START : entries.get(i - 2).hash(), entries.get(i - 1));
            Order after = new History(number, entries.subList(0, i)).replay(workflows::evolution);
            move(connection, after, entries.get(i - 1));
            write(connection, after);
        }
        return entries.size() - present;
    }

    /** An entry that is not made with the key that entries have is to have no effect. */
    private void requireKey(String number, String previous, HistoryEntry entry) {
        ChainLink link = keys.isEmpty() ? ChainLink.SOUND : HashChain.check(previous, entry, keys);
        if (link != ChainLink.SOUND) {
            throw new UnreadableOrderException(
                    number,
                    "order " + number + " cannot move on: its history has an entry that was written without its row,"
                            + " and " + link.problem(entry),
                    new IllegalStateException(link.name()));
        }
    }

    /** The units that the entry says it moves, as far as they did not. */
    private static void move(Connection connection, Order after, HistoryEntry entry) throws SQLException {
        List<SqlValues> rows = MovedItemRows.of(after, entry.activity());
        int moved = rows.isEmpty()
                ? 0
                : new SqlCommand()
                        .add(
                                "select 1 from orderly_moved_item where number = ? and sequence = ?",
                                new SqlValues().text("number", after.number()).big("sequence", after.sequence()))
                        .list(connection, row -> row.getInt(1))
                        .size();
        StatementBatch batch = new StatementBatch();
        rows.subList(Math.min(moved, rows.size()), rows.size()).forEach(row -> batch.insert(MovedItemRows.TABLE, row));
        batch.run(connection);
    }

    /** One entry at a time, as the database's guards want it. */
    private static void write(Connection connection, Order after) throws SQLException {
        if (after.sequence() == 1) {
            SqlValues row = OrderRow.moved(OrderRow.placed(after), after);
            new SqlCommand()
                    .add(row.insertInto("orderly_order") + "values (" + row.marks() + ")", row)
                    .update(connection);
        } else {
            SqlValues row = OrderRow.moved(new SqlValues(), after);
            SqlValues key = new SqlValues().text("number", after.number()).big("sequence", after.sequence() - 1);
            new SqlCommand()
                    .add("update orderly_order set " + row.assignments(), row)
                    .add(" where number = ? and sequence = ?", key)
                    .update(connection);
        }
    }
}
