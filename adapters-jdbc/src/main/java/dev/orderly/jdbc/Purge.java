package dev.orderly.jdbc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes orders from the archive that were done long ago, some hundreds in a transaction, while the shop is open: histories,
 * attachments, and all that is known of their customers. What stays of an order is its number, which is not given again, its last
 * status, and the hash of its last entry. With a file, they are written there first. It needs the rights of the tables' owner: to
 * the application's user the database refuses it. Not thread-safe.
 */
public final class Purge {

    private static final int BATCH = 200;

    private final Session session;
    private final DatabaseDialect dialect;
    private final long before;
    private final RunControl control = new RunControl();
    private @Nullable Path file;
    private long purged;

    Purge(Session session, DatabaseDialect dialect, Instant now, Duration age) {
        this.session = session;
        this.dialect = dialect;
        this.before = EpochMicros.floor(now.minus(age));
    }

    /**
     * A file to whose end each order is written before it is purged, as a line of JSON: all that is stored of it, as
     * {@code docs/schema.md} describes it. After a crash, the next run can write orders once more that are there already.
     */
    public Purge to(Path lines) {
        file = lines;
        return this;
    }

    /** How many orders are purged at most, at least 1; left out, all that are old enough. */
    public Purge limit(long orders) {
        control.limit(orders);
        return this;
    }

    /** How long to wait after each batch, to leave the database to others; left out, not at all. */
    public Purge pause(Duration time) {
        control.pause(time);
        return this;
    }

    /** A listener that hears after each batch how many orders are purged. */
    public Purge progress(RunProgress listener) {
        control.progress(listener);
        return this;
    }

    /**
     * Purges. What is gone stays so, whatever comes after, and another run goes on. If the thread is interrupted, it stops after
     * the batch at hand. To be called once.
     *
     * <p>Where the archive is partitioned by the time at which orders were done, partitions of which all orders are purged are
     * dropped as a whole.
     *
     * @throws IOException if the file cannot be written; what was not written is not purged
     * @throws dev.orderly.store.StoreFailedException if the database does not answer, or the user may not purge
     */
    public PurgeReport run() throws IOException {
        List<ArchivePartition> partitions =
                session.read("looking for partitions of the archive", dialect::archivePartitions);
        List<ArchivePartition> old = partitions.stream()
                .filter(partition -> partition.end() <= before)
                .toList();
        if (file == null) {
            purgeAll(old, null);
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                purgeAll(old, channel);
            }
        }
        return new PurgeReport(purged, drop(old));
    }

    private void purgeAll(List<ArchivePartition> old, @Nullable FileChannel channel) throws IOException {
        List<Archived> batch = batch();
        while (!batch.isEmpty() && control.goesOn(purged)) {
            if (channel != null) {
                write(batch, channel);
            }
            purged += purge(batch, old);
            control.batchDone(purged);
            batch = batch();
        }
    }

    private record Archived(String number, long doneAt) {}

    private List<Archived> batch() {
        SqlCommand command = new SqlCommand()
                .add(
                        "select number, since from orderly_archived_order where since < ? and state is not null"
                                + " order by since, number limit ?",
                        new SqlValues().big("since", before).number("limit", control.atMost(BATCH, purged)));
        return session.read(
                "looking for orders to purge",
                connection ->
                        command.list(connection, row -> new Archived(row.getString("number"), row.getLong("since"))));
    }

    private void write(List<Archived> orders, FileChannel channel) throws IOException {
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
        for (Archived order : orders) {
            OrderDocument document = session.consistently(
                    "reading order " + order.number + " in the archive",
                    connection -> OrderDocument.read(connection, order.number));
            writer.write(document.text());
            writer.newLine();
        }
        writer.flush();
        channel.force(true);
    }

    /** Entries and attachments in partitions that will be dropped as a whole are left to that. */
    private long purge(List<Archived> orders, List<ArchivePartition> old) {
        return session.inTransaction("purging orders", connection -> {
            long count = 0;
            for (Archived order : orders) {
                count += new SqlCommand()
                        .add(
                                "update orderly_archived_order set customer_key = null, placed = null, state = null"
                                        + " where number = ? and state is not null",
                                new SqlValues().text("number", order.number))
                        .update(connection);
                delete(connection, "orderly_archived_attachment", order, old);
                delete(connection, MovedItemRows.ARCHIVE, order, old);
                delete(connection, "orderly_archived_entry", order, old);
            }
            return count;
        });
    }

    private static void delete(Connection connection, String table, Archived order, List<ArchivePartition> old)
            throws SQLException {
        if (old.stream().noneMatch(partition -> partition.parent().equals(table) && partition.has(order.doneAt))) {
            new SqlCommand()
                    .add("delete from " + table + " where number = ?", new SqlValues().text("number", order.number))
                    .update(connection);
        }
    }

    /** Those that still have an order that is not purged stay. */
    private int drop(List<ArchivePartition> old) {
        int dropped = 0;
        for (ArchivePartition partition : old) {
            SqlCommand left = new SqlCommand()
                    .add(
                            "select 1 from orderly_archived_order where since >= ? and since < ? and state is not null limit 1",
                            new SqlValues().big("from", partition.begin()).big("to", partition.end()));
            boolean isPurged = session.read("looking for orders to purge", c -> left.list(c, row -> 1))
                    .isEmpty();
            if (isPurged) {
                session.inTransaction(
                        "dropping a partition of the archive",
                        connection -> new SqlCommand()
                                .add("drop table " + partition.table())
                                .update(connection));
                dropped++;
            }
        }
        return dropped;
    }
}
