package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * So many orders in a PostgreSQL schema of their own: copies of one that was placed, a second apart and each of another
 * customer, made by SQL, so that their hashes do not verify.
 */
final class Crowd implements AutoCloseable {

    private static final String INDEXES = "select indexname, indexdef from pg_indexes"
            + " where schemaname = current_schema and tablename = 'orderly_order'"
            + " and indexname not in (select conname from pg_constraint)";
    private static final List<String> COPIES = List.of(
            "insert into orderly_history (number, sequence, kind, workflow, version, status, previous_version,"
                    + " previous_status, subject, from_status, event, to_status, actor_role, at_time, hash, content,"
                    + " salt) select 'order-' || lpad(i::text, 8, '0'), sequence, kind, workflow, version, status,"
                    + " previous_version, previous_status, subject, from_status, event, to_status, actor_role,"
                    + " at_time, hash, content, salt from generate_series(1, %d) i, orderly_history",
            "insert into orderly_order (number, sequence, workflow, version, status, done, muted, placed_at, since,"
                    + " customer_key, placed, state) select 'order-' || lpad(i::text, 8, '0'), sequence, workflow,"
                    + " version, status, done, muted, placed_at - i * 1000000::bigint, since,"
                    + " md5(i::text) || md5(customer_key), placed, state from generate_series(1, %d) i, orderly_order");

    /** A table with what a snapshot holds, under nothing but its number. */
    private static final List<String> BY_HAND = List.of(
            "create table hand_order (number varchar(100) primary key, status varchar(64) not null,"
                    + " placed_at bigint not null, placed text not null, state text not null)",
            "insert into hand_order select number, status, placed_at, placed, state from orderly_order",
            "vacuum analyze hand_order");

    private static final String FIND_BY_HAND =
            "select number, status, placed_at, placed, state from hand_order where number = ?";

    /** How many threads it is made for. */
    static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final int orders;
    private final HikariDataSource source;
    private final OrderlyMover mover;
    private final byte[] taken;
    private final Set<Integer> moving = ConcurrentHashMap.newKeySet();

    /** Makes them. The user must be an administrator of the database, for it lays its guards down meanwhile. */
    Crowd(String url, int orders) throws SQLException {
        this.orders = orders;
        taken = new byte[orders];
        String schema = "orders_" + orders;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setSchema(schema);
        config.setMaximumPoolSize(2 * THREADS);
        source = new HikariDataSource(config);
        mover = OrderlyMover.in(source);
        mover.place("template");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            fill(statement);
        }
    }

    private void fill(Statement statement) throws SQLException {
        List<String> indexes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                names.add(row.getString(1));
                indexes.add(row.getString(2));
            }
        }
        statement.execute("drop index " + String.join(", ", names));
        statement.execute("set session_replication_role = replica");
        for (String copy : COPIES) {
            statement.execute(copy.formatted(orders));
        }
        statement.execute("set session_replication_role = origin");
        for (String index : indexes) {
            statement.execute(index);
        }
        statement.execute("vacuum analyze orderly_history");
        statement.execute("vacuum analyze orderly_order");
        for (String byHand : BY_HAND) {
            statement.execute(byHand);
        }
        statement.execute("checkpoint");
    }

    int orders() {
        return orders;
    }

    OrderlyMover mover() {
        return mover;
    }

    private String random() {
        return number(ThreadLocalRandom.current().nextInt(orders));
    }

    /** Takes the next step with any of them that is not delivered yet. */
    void step() {
        int index = claim();
        try {
            mover.step(number(index), FlowStep.LIFE.get(taken[index]++));
        } finally {
            moving.remove(index);
        }
    }

    /** One that has a next step, and that no other thread is just moving. */
    private int claim() {
        while (true) {
            int index = ThreadLocalRandom.current().nextInt(orders);
            if (moving.add(index)) {
                if (taken[index] < FlowStep.LIFE.size()) {
                    return index;
                }
                moving.remove(index);
            }
        }
    }

    /** Finds any of them. */
    void find() {
        String number = random();
        if (mover.orders().find(number).isEmpty()) {
            throw new IllegalStateException("there is no order " + number);
        }
    }

    /** The same by JDBC alone, in the table by hand. */
    void findByHand() throws SQLException {
        String number = random();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND_BY_HAND)) {
            statement.setString(1, number);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getString("number").equals(number)) {
                    throw new IllegalStateException("there is no order " + number);
                }
            }
        }
    }

    private static String number(int index) {
        return String.format(Locale.ROOT, "order-%08d", index + 1);
    }

    @Override
    public void close() {
        source.close();
    }
}
