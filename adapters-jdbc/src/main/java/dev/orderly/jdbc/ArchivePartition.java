package dev.orderly.jdbc;

/**
 * A partition of a table of the archive, with the orders that were done within some time.
 *
 * @param parent the table of which it is a part
 * @param table its own table, quoted as the database needs it
 * @param begin the first microsecond of that time
 * @param end the first microsecond behind it
 */
public record ArchivePartition(String parent, String table, long begin, long end) {

    boolean has(long doneAt) {
        return begin <= doneAt && doneAt < end;
    }
}
