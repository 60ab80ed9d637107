package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import dev.orderly.store.Position;
import dev.orderly.store.StoredOrder;
import dev.orderly.store.UnreadableOrderException;
import dev.orderly.store.WorkflowVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists of orders. A list by workflow or status is put together from one range of an index for each status that it can
 * hold, in all versions at once, so that it costs what it shows, however many orders and versions there are.
 */
final class OrderLists {

    private static final Comparator<Listed> LATEST_FIRST = Comparator.comparing(
                    (Listed listed) -> listed.place().time())
            .reversed()
            .thenComparing(listed -> listed.place().number());

    /** How many statuses one statement asks for. */
    private static final int STATUSES = 50;

    private static final String FROM_ORDERS = "select " + OrderRow.COLUMNS + " from orderly_order o";

    private static final String FROM = FROM_ORDERS + " where ";

    private static final String FROM_LISTED =
            "select " + OrderRow.COLUMNS + ", o.overdue_at from orderly_order o where ";

    private final Session session;
    private final DatabaseDialect dialect;
    private final OrderReader reader;
    private final Claims claims;

    OrderLists(Session session, DatabaseDialect dialect, OrderReader reader) {
        this.session = session;
        this.dialect = dialect;
        this.reader = reader;
        claims = new Claims(session, dialect);
    }

    Page list(OrderQuery query) {
        List<Listed> found = session.read(
                "listing orders",
                connection -> isByStatus(query) ? byStatus(connection, query) : plain(connection, query));
        List<Listed> shown = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<Position> next = found.size() <= query.limit()
                ? Optional.empty()
                : Optional.of(shown.get(shown.size() - 1).place());
        return new Page(
                shown.stream().map(Listed::order).flatMap(Optional::stream).toList(),
                next,
                shown.stream().map(Listed::problem).flatMap(Optional::stream).toList());
    }

    /** A row of a list, which has its place there whether it can be read or not. */
    private record Listed(Position place, OrderReader.Read row) {

        Optional<Order> order() {
            return Optional.ofNullable(row.order());
        }

        Optional<UnreadableOrderException> problem() {
            return Optional.ofNullable(row.problem());
        }
    }

    private Listed listed(ResultSet row) throws SQLException {
        return listed(row, "placed_at");
    }

    private Listed listed(ResultSet row, String time) throws SQLException {
        return new Listed(
                new Position(EpochMicros.instant(row.getLong(time)), row.getString("number")), reader.read(row));
    }

    /** A customer's orders are few, and those overdue have an index of their own: the other conditions filter them. */
    private static boolean isByStatus(OrderQuery query) {
        return query.email() == null
                && query.overdueAt() == null
                && (query.workflow() != null
                        || query.version() != 0
                        || !query.statuses().isEmpty());
    }

    private List<Listed> byStatus(Connection connection, OrderQuery query) throws SQLException {
        String range = query.version() == 0
                ? "o.workflow = ? and o.status = ?"
                : "o.workflow = ? and o.version = ? and o.status = ?";
        String active = query.activeOnly() ? " and not o.done" : "";
        List<SqlValues> statuses = statuses(connection, query);
        List<Listed> found = new ArrayList<>();
        for (int from = 0; from < statuses.size(); from += STATUSES) {
            int part = 0;
            SqlCommand command = new SqlCommand().add("select * from (");
            String separator = "";
            for (SqlValues status : statuses.subList(from, Math.min(from + STATUSES, statuses.size()))) {
                command.add(separator + "select * from (" + FROM + range + active, status);
                end(command, query).add(") s" + part++);
                separator = " union all ";
            }
            command.add(") listed order by placed_at desc, number limit ?", limit(query));
            found.addAll(command.list(connection, this::listed));
        }
        found.sort(LATEST_FIRST);
        return found.subList(0, Math.min(found.size(), query.limit() + 1));
    }

    /** What leads to the orders of each status: those of one version, or of all. */
    private static List<SqlValues> statuses(Connection connection, OrderQuery query) throws SQLException {
        boolean isOfAll = query.version() == 0;
        String columns = isOfAll ? "s.workflow, s.status" : "s.workflow, s.version, s.status";
        SqlCommand command = new SqlCommand().add("select distinct " + columns + " from orderly_status s where ");
        filter(command, query, "s.");
        return command.list(connection, row -> {
            SqlValues status = new SqlValues().text("workflow", row.getString("workflow"));
            return (isOfAll ? status : status.number("version", row.getInt("version")))
                    .text("status", row.getString("status"));
        });
    }

    private List<Listed> plain(Connection connection, OrderQuery query) throws SQLException {
        SqlCommand command = new SqlCommand().add(FROM_LISTED);
        filter(command, query, "o.");
        String customer = KeyLimits.customer(query.email());
        if (customer != null) {
            command.add(" and o.customer_key = ?", new SqlValues().text("customer_key", customer));
        }
        if (query.overdueAt() == null) {
            return end(command, query).list(connection, this::listed);
        }
        command.add(" and o.overdue_at < ?", new SqlValues().big("overdue_at", EpochMicros.ceil(query.overdueAt())));
        return endOverdue(command, query).list(connection, row -> listed(row, "overdue_at"));
    }

    private static void filter(SqlCommand command, OrderQuery query, String table) {
        command.add("1 = 1");
        if (query.workflow() != null) {
            command.add(" and " + table + "workflow = ?", new SqlValues().text("workflow", query.workflow()));
        }
        if (query.version() != 0) {
            command.add(" and " + table + "version = ?", new SqlValues().number("version", query.version()));
        }
        if (!query.statuses().isEmpty()) {
            SqlValues names = new SqlValues();
            query.statuses().forEach(status -> names.text("status", status));
            command.add(" and " + table + "status in (" + names.marks() + ")", names);
        }
        if (query.activeOnly()) {
            command.add(" and not " + table + "done");
        }
    }

    private static SqlCommand end(SqlCommand command, OrderQuery query) {
        Position after = query.after();
        if (after != null) {
            SqlValues place = new SqlValues()
                    .big("placed_at", EpochMicros.floor(after.time()))
                    .big("placed_at", EpochMicros.floor(after.time()))
                    .text("number", after.number());
            command.add(" and o.placed_at <= ? and (o.placed_at < ? or o.number > ?)", place);
        }
        return command.add(" order by o.placed_at desc, o.number limit ?", limit(query));
    }

    private static SqlCommand endOverdue(SqlCommand command, OrderQuery query) {
        Position after = query.after();
        if (after != null) {
            SqlValues place = new SqlValues()
                    .big("overdue_at", EpochMicros.floor(after.time()))
                    .big("overdue_at", EpochMicros.floor(after.time()))
                    .text("number", after.number());
            command.add(" and o.overdue_at >= ? and (o.overdue_at > ? or o.number > ?)", place);
        }
        return command.add(" order by o.overdue_at, o.number limit ?", limit(query));
    }

    /** One more than wanted shows whether something follows. */
    private static SqlValues limit(OrderQuery query) {
        return new SqlValues().number("limit", query.limit() + 1);
    }

    /**
     * Claims orders whose deadline has come and which are not claimed. Their hashes are read once their rows are locked: a
     * statement that locks sees rows as they are now, and all else as it was when it began.
     */
    DeadlineClaim claimDeadlines(DeadlineQuery query) {
        SqlCommand command = new SqlCommand()
                .add(FROM_ORDERS + dialect.indexHint("orderly_order_deadline"))
                .add(" where o.claimable_at <= ?", new SqlValues().big("claimable_at", EpochMicros.floor(query.now())));
        for (WorkflowVersion version : query.excluded()) {
            SqlValues other =
                    new SqlValues().text("workflow", version.workflow()).number("version", version.version());
            command.add(" and not (o.workflow = ? and o.version = ?)", other);
        }
        command.add(
                dialect.claimOrder("o.claimable_at, o.number") + " limit ?",
                new SqlValues().number("limit", query.limit()));
        SqlValues until = new SqlValues().big("claimable_at", EpochMicros.ceil(query.until()));
        List<Claimed> claimed = claims.claim(
                "claiming orders whose deadline has come",
                command,
                reader::read,
                (connection, rows) -> claim(connection, rows, until));
        return new DeadlineClaim(
                claimed.stream().map(Claimed::order).flatMap(Stream::ofNullable).toList(),
                claimed.stream()
                        .map(Claimed::problem)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    /** A claimed row: an order with the hash of its latest entry, or why there is none. */
    private record Claimed(
            @Nullable StoredOrder order, @Nullable UnreadableOrderException problem) {}

    private Claimed claimed(OrderReader.Read claim, ResultSet row) throws SQLException {
        try {
            return new Claimed(reader.stored(claim.orThrow(), row), null);
        } catch (UnreadableOrderException e) {
            return new Claimed(null, e);
        }
    }

    private List<Claimed> claim(Connection connection, List<OrderReader.Read> rows, SqlValues until)
            throws SQLException {
        SqlValues numbers = new SqlValues();
        rows.forEach(row -> numbers.text("number", row.number()));
        new SqlCommand()
                .add("update orderly_order set claimable_at = ?", until)
                .add(" where number in (" + numbers.marks() + ")", numbers)
                .update(connection);
        Map<String, OrderReader.Read> byNumber = new HashMap<>();
        rows.forEach(row -> byNumber.put(row.number(), row));
        Map<String, Claimed> claimed = new HashMap<>();
        new SqlCommand()
                .add("select o.number, " + OrderRow.hash(dialect.seeingLatest()) + " from orderly_order o")
                .add(" where o.number in (" + numbers.marks() + ")" + dialect.seeingLatest(), numbers)
                .each(connection, row -> {
                    String number = row.getString("number");
                    claimed.put(number, claimed(Objects.requireNonNull(byNumber.get(number)), row));
                });
        return rows.stream()
                .map(row -> Objects.requireNonNull(claimed.get(row.number())))
                .toList();
    }

    /** Only orders that have not moved since, of which the claim has ended anyway. */
    void releaseDeadlines(List<StoredOrder> claimed) {
        StatementBatch batch = new StatementBatch();
        for (StoredOrder stored : claimed) {
            SqlValues key = new SqlValues()
                    .text("number", stored.order().number())
                    .big("sequence", stored.order().sequence());
            batch.add("update orderly_order set claimable_at = deadline_at where number = ? and sequence = ?", key);
        }
        session.inTransaction("releasing deadlines", connection -> {
            batch.run(connection);
            return claimed;
        });
    }
}
