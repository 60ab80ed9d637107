package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.store.Backlog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The counts that triggers keep of orders and messages. Each change of an order's status is a row of its own, so that steps never
 * wait for each other; {@link #addUp} turns many such rows into few.
 */
final class CountTable {

    /** The longest word for what is counted. */
    static final int MAX_COUNTED_LENGTH = 20;

    /** How many changes are added up by one transaction. */
    private static final int BATCH = 1000;

    /** Fewer changes than this are left as they are: reading them costs less than adding them up. */
    private static final int WORTH_IT = 500;

    private static final String COLUMNS = "counted, name, version, status, amount";

    /** What both tables have for some columns. */
    private static final String BOTH = "(select " + COLUMNS + " from orderly_count where %1$s" + " union all select "
            + COLUMNS + " from orderly_count_change where %1$s) c";

    private static final String ORDERS = "select status, sum(amount) as total from "
            + BOTH.formatted("counted = 'order' and name = ? and version = ?") + " group by status";

    private static final String WAITING = "select t.name, t.total, (select m.created_at from orderly_outbox m"
            + " where m.channel = t.name and m.available_at is not null order by m.created_at limit 1) as oldest"
            + " from (select name, sum(amount) as total from " + BOTH.formatted("counted = 'message'")
            + " group by name having sum(amount) > 0) t order by t.name";

    private static final String DEAD_LETTERS =
            "select coalesce(sum(amount), 0) as total from " + BOTH.formatted("counted = 'dead-letter'");

    private static final String ALL = "select counted, name, version, status, sum(amount) as amount from "
            + BOTH.formatted("1 = 1") + " group by counted, name, version, status";

    private static final String COUNTED_ORDERS = "select 'order' as counted, workflow as name, version, status,"
            + " count(*) as amount from orderly_order group by workflow, version, status";

    private static final String COUNTED_MESSAGES = "select case when available_at is null then 'dead-letter'"
            + " else 'message' end as counted, channel as name, 0 as version, '' as status, count(*) as amount"
            + " from orderly_outbox group by case when available_at is null then 'dead-letter' else 'message' end,"
            + " channel";

    private final Session session;
    private final DatabaseDialect dialect;
    private final Claims claims;

    CountTable(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
        claims = new Claims(session, dialect);
    }

    /** What is counted, in the order in which rows are locked. */
    private record Key(String counted, String name, int version, String status) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::counted)
                .thenComparing(Key::name)
                .thenComparing(Key::version)
                .thenComparing(Key::status);

        static Key of(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("counted"), row.getString("name"), row.getInt("version"), row.getString("status"));
        }

        SqlValues row() {
            return new SqlValues()
                    .text("counted", counted)
                    .text("name", name)
                    .number("version", version)
                    .text("status", status);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return switch (counted) {
                case "order" -> "orders of " + name + " version " + version + " in status " + status;
                case "message" -> "messages that wait for " + name;
                default -> "dead letters for " + name;
            };
        }
    }

    private record CountChange(long id, Key key, long amount) {

        static CountChange of(ResultSet row) throws SQLException {
            return new CountChange(row.getLong("id"), Key.of(row), row.getLong("amount"));
        }
    }

    /** The orders of a version in each status in which there are any. */
    Map<String, Long> orders(String workflow, int version) {
        SqlValues key = new SqlValues().text("name", workflow).number("version", version);
        SqlCommand command =
                new SqlCommand().add(ORDERS, new SqlValues().addAll(key).addAll(key));
        Map<String, Long> counts = new TreeMap<>();
        session.read("counting the orders of " + workflow, connection -> {
            command.each(connection, row -> {
                if (row.getLong("total") != 0) {
                    counts.put(row.getString("status"), row.getLong("total"));
                }
            });
            return counts;
        });
        return counts;
    }

    /** The messages of the outbox. */
    Backlog backlog() {
        return session.read("counting messages", connection -> {
            List<Backlog.ChannelBacklog> channels = new SqlCommand()
                    .add(WAITING)
                    .list(
                            connection,
                            row -> new Backlog.ChannelBacklog(
                                    row.getString("name"),
                                    row.getLong("total"),
                                    EpochMicros.instant(row.getLong("oldest"))));
            return new Backlog(
                    channels,
                    new SqlCommand()
                            .add(DEAD_LETTERS)
                            .list(connection, row -> row.getLong("total"))
                            .get(0));
        });
    }

    /** Adds up the changes that there are now. Several nodes can do so at once: each takes changes that no other has taken. */
    void addUp() {
        int added = BATCH;
        while (added == BATCH) {
            SqlCommand query = new SqlCommand()
                    .add(
                            "select id, " + COLUMNS + " from orderly_count_change c" + dialect.claimOrder("id")
                                    + " limit ?",
                            new SqlValues().number("limit", BATCH));
            added = claims.claim("adding counts up", query, CountChange::of, CountTable::addUp)
                    .size();
        }
    }

    private static List<CountChange> addUp(Connection connection, List<CountChange> changes) throws SQLException {
        if (changes.size() < WORTH_IT) {
            return List.of();
        }
        SqlValues ids = new SqlValues();
        Map<Key, Long> sums = new TreeMap<>();
        for (CountChange change : changes) {
            ids.big("id", change.id());
            sums.merge(change.key(), change.amount(), Long::sum);
        }
        new SqlCommand()
                .add("delete from orderly_count_change where id in (" + ids.marks() + ")", ids)
                .update(connection);
        for (Map.Entry<Key, Long> sum : sums.entrySet()) {
            add(connection, sum.getKey(), sum.getValue());
        }
        return changes;
    }

    /** A row that another transaction inserts meanwhile is a conflict, after which all is tried again. */
    private static void add(Connection connection, Key key, long amount) throws SQLException {
        int updated = new SqlCommand()
                .add("update orderly_count set amount = amount + ?", new SqlValues().big("amount", amount))
                .add(" where counted = ? and name = ? and version = ? and status = ?", key.row())
                .update(connection);
        if (updated == 0) {
            SqlValues row = key.row().big("amount", amount);
            new SqlCommand()
                    .add(row.insertInto("orderly_count") + "values (" + row.marks() + ")", row)
                    .update(connection);
        }
    }

    /** Compares each count with what there is. */
    void verify(Findings findings) {
        session.consistently("verifying counts", connection -> {
            differences(connection)
                    .forEach((key, missing) -> findings.add(
                            Kind.COUNT,
                            null,
                            "the count of " + key + " is " + Math.abs(missing) + " too "
                                    + (missing > 0 ? "low" : "high")));
            return findings;
        });
    }

    /** Puts right what differs from what there is; returns how many counts did. */
    int recount() {
        return session.consistently("counting anew", connection -> {
            Map<Key, Long> differences = differences(connection);
            StatementBatch batch = new StatementBatch();
            differences.forEach((key, missing) ->
                    batch.insert("orderly_count_change", key.row().big("amount", missing)));
            batch.run(connection);
            return differences.size();
        });
    }

    /** What would have to be added to each count. */
    private static Map<Key, Long> differences(Connection connection) throws SQLException {
        Map<Key, Long> there = new TreeMap<>();
        for (String sql : List.of(COUNTED_ORDERS, COUNTED_MESSAGES)) {
            new SqlCommand().add(sql).each(connection, row -> there.put(Key.of(row), row.getLong("amount")));
        }
        Map<Key, Long> counted = new TreeMap<>();
        new SqlCommand().add(ALL).each(connection, row -> counted.put(Key.of(row), row.getLong("amount")));
        Set<Key> keys = new TreeSet<>(there.keySet());
        keys.addAll(counted.keySet());
        Map<Key, Long> differences = new TreeMap<>();
        for (Key key : keys) {
            long missing = there.getOrDefault(key, 0L) - counted.getOrDefault(key, 0L);
            if (missing != 0) {
                differences.put(key, missing);
            }
        }
        return differences;
    }
}
