package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import dev.orderly.store.Position;
import dev.orderly.store.StoredOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lists of orders. A list by workflow or status is put together from one range of an index for each status that it can
 * hold, so that it costs what it shows, however many orders there are.
 */
final class OrderLists {

    private static final Comparator<Order> LATEST_FIRST =
            Comparator.comparing(Order::placedAt).reversed().thenComparing(Order::number);

    /** How many statuses one statement asks for. */
    private static final int STATUSES = 50;

    private static final String FROM_ORDERS = "select " + OrderRow.COLUMNS + " from orderly_order o";

    private static final String FROM = FROM_ORDERS + " where ";

    private final Session session;
    private final DatabaseDialect dialect;
    private final TrailLoader trails;
    private final Claims claims;

    OrderLists(Session session, DatabaseDialect dialect, TrailLoader trails) {
        this.session = session;
        this.dialect = dialect;
        this.trails = trails;
        claims = new Claims(session);
    }

    Page list(OrderQuery query) {
        List<Order> found = new ArrayList<>(session.read(
                "listing orders",
                connection -> isByStatus(query) ? byStatus(connection, query) : plain(connection, query)));
        if (found.size() <= query.limit()) {
            return new Page(found, Optional.empty());
        }
        List<Order> shown = found.subList(0, query.limit());
        Order last = shown.get(shown.size() - 1);
        return new Page(shown, Optional.of(new Position(last.placedAt(), last.number())));
    }

    /** A customer's orders, and those overdue, are few: an index leads to them, and the other conditions filter them. */
    private static boolean isByStatus(OrderQuery query) {
        return query.email() == null
                && query.overdueAt() == null
                && (query.workflow() != null
                        || query.version() != 0
                        || !query.statuses().isEmpty());
    }

    private List<Order> byStatus(Connection connection, OrderQuery query) throws SQLException {
        List<SqlValues> statuses = statuses(connection, query);
        List<Order> found = new ArrayList<>();
        for (int from = 0; from < statuses.size(); from += STATUSES) {
            SqlCommand command = new SqlCommand().add("select * from (");
            String separator = "";
            for (SqlValues status : statuses.subList(from, Math.min(from + STATUSES, statuses.size()))) {
                command.add(separator + "(" + FROM + "o.workflow = ? and o.version = ? and o.status = ?", status);
                end(command, query).add(")");
                separator = " union all ";
            }
            command.add(") listed order by placed_at desc, number limit ?", limit(query));
            found.addAll(command.list(connection, row -> OrderRow.read(row, trails)));
        }
        found.sort(LATEST_FIRST);
        return found.subList(0, Math.min(found.size(), query.limit() + 1));
    }

    private static List<SqlValues> statuses(Connection connection, OrderQuery query) throws SQLException {
        SqlCommand command =
                new SqlCommand().add("select s.workflow, s.version, s.status from orderly_status s where ");
        filter(command, query, "s.");
        return command.list(
                connection,
                row -> new SqlValues()
                        .text("workflow", row.getString("workflow"))
                        .number("version", row.getInt("version"))
                        .text("status", row.getString("status")));
    }

    private List<Order> plain(Connection connection, OrderQuery query) throws SQLException {
        SqlCommand command = new SqlCommand().add(FROM);
        filter(command, query, "o.");
        String customer = KeyLimits.customer(query.email());
        if (customer != null) {
            command.add(" and o.customer_key = ?", new SqlValues().text("customer_key", customer));
        }
        if (query.overdueAt() != null) {
            command.add(
                    " and o.overdue_at < ?", new SqlValues().big("overdue_at", EpochMicros.ceil(query.overdueAt())));
        }
        return end(command, query).list(connection, row -> OrderRow.read(row, trails));
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

    /** One more than wanted shows whether something follows. */
    private static SqlValues limit(OrderQuery query) {
        return new SqlValues().number("limit", query.limit() + 1);
    }

    /**
     * Claims orders whose deadline has come and which are not claimed. Their hashes are read once their rows are locked: a
     * statement that locks sees rows as they are now, and all else as it was when it began.
     */
    List<StoredOrder> claimDeadlines(Instant now, Duration lease, int limit) {
        SqlValues time =
                new SqlValues().big("deadline_at", EpochMicros.floor(now)).big("claimed_until", EpochMicros.floor(now));
        SqlValues until = new SqlValues().big("claimed_until", EpochMicros.ceil(now.plus(lease)));
        SqlCommand query = new SqlCommand()
                .add(FROM_ORDERS + dialect.indexHint("orderly_order_deadline"))
                .add(" where o.deadline_at <= ? and (o.claimed_until is null or o.claimed_until <= ?)", time)
                .add(
                        dialect.claimOrder("o.deadline_at, o.number") + " limit ?",
                        new SqlValues().number("limit", limit));
        return claims.claim(
                "claiming orders whose deadline has come",
                query,
                row -> OrderRow.read(row, trails),
                (connection, orders) -> claim(connection, orders, until));
    }

    private List<StoredOrder> claim(Connection connection, List<Order> orders, SqlValues until) throws SQLException {
        SqlValues numbers = new SqlValues();
        orders.forEach(order -> numbers.text("number", order.number()));
        new SqlCommand()
                .add("update orderly_order set claimed_until = ?", until)
                .add(" where number in (" + numbers.marks() + ")", numbers)
                .update(connection);
        Map<String, String> hashes = new HashMap<>();
        new SqlCommand()
                .add("select o.number, " + OrderRow.hash(dialect.seeingLatest()) + " from orderly_order o")
                .add(" where o.number in (" + numbers.marks() + ")" + dialect.seeingLatest(), numbers)
                .list(connection, row -> hashes.put(row.getString("number"), row.getString("hash")));
        return orders.stream()
                .map(order ->
                        new StoredOrder(order, Objects.requireNonNull(hashes.get(order.number()), order::toString)))
                .toList();
    }
}
