package dev.orderly.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.workflow.Workflow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * So many orders in a PostgreSQL schema of their own: copies of one that was placed, a second apart, each of another customer and
 * overdue since, spread over the versions of their workflow, made by SQL, so that their hashes do not verify. Of each hundredth,
 * a message was put off, and a second one waits behind it.
 */
final class Crowd implements AutoCloseable {

    private static final String INDEXES = "select indexname, indexdef from pg_indexes"
            + " where schemaname = current_schema and tablename = 'orderly_order'"
            + " and indexname not in (select conname from pg_constraint)";
    private static final List<String> COPIES = List.of(
            "insert into orderly_history (number, sequence, kind, workflow, version, status, previous_version,"
                    + " previous_status, subject, from_status, event, to_status, actor_role, at_time, hash, content,"
                    + " salt) select 'order-' || lpad(i::text, 8, '0'), sequence, kind, workflow, 1 + i %% %2$d, status,"
                    + " 1 + i %% %2$d, previous_status, subject, from_status, event, to_status, actor_role,"
                    + " at_time, hash, content, salt from generate_series(1, %1$d) i, orderly_history",
            "insert into orderly_order (number, sequence, workflow, version, status, done, muted, placed_at, since,"
                    + " overdue_at, customer_key, placed, state) select 'order-' || lpad(i::text, 8, '0'), sequence,"
                    + " workflow, 1 + i %% %2$d, status, done, muted, placed_at - i * 1000000::bigint, since,"
                    + " placed_at - i * 1000000::bigint, md5(i::text) || md5(customer_key), placed, state"
                    + " from generate_series(1, %1$d) i, orderly_order",
            "insert into orderly_outbox (number, sequence, position, role, channel, created_at, tries, available_at)"
                    + " select 'order-' || lpad(i::text, 8, '0'), 1, p, 'customer', 'mail', i, 1 - p,"
                    + " case p when 0 then 9000000000000000 else i end"
                    + " from generate_series(1, %1$d, 100) i, generate_series(0, 1) p");

    /** A message that nothing holds up, behind all others. */
    private static final String FREE_MESSAGE = "insert into orderly_outbox (number, sequence, position, role, channel,"
            + " created_at, tries, available_at) values ('template', 1, 0, 'customer', 'mail', 1, 0, 1000000000)";

    /** A claim holds back this many messages, of those that wait behind others. */
    private static final int HELD_BACK_BY_A_CLAIM = 4000;

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
    private final JdbcOrderStore store;
    private final OrderlyMover mover;
    private final byte[] taken;
    private final Set<Integer> moving = ConcurrentHashMap.newKeySet();

    /**
     * Makes them. The user must be an administrator of the database, for it lays its guards down meanwhile.
     *
     * @param versions how many versions of their workflow they follow
     */
    Crowd(String url, int orders, int versions) throws SQLException {
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
        store = JdbcOrderStore.builder(source).migrate().build();
        mover = new OrderlyMover(store);
        mover.place("template");
        Workflow next = Flow.WORKFLOW;
        while (next.version() < versions) {
            next = next.nextVersion().build();
            store.register(next);
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            fill(statement, versions);
        }
        store.recount();
        for (int claimed = 0; claimed <= orders / 100; claimed += HELD_BACK_BY_A_CLAIM) {
            claim();
        }
    }

    private void fill(Statement statement, int versions) throws SQLException {
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
            statement.execute(copy.formatted(orders, versions));
        }
        statement.execute(FREE_MESSAGE);
        statement.execute("set session_replication_role = origin");
        for (String index : indexes) {
            statement.execute(index);
        }
        statement.execute("vacuum analyze orderly_history");
        statement.execute("vacuum analyze orderly_order");
        statement.execute("vacuum analyze orderly_outbox");
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

    JdbcOrderStore store() {
        return store;
    }

    /** Leases the message that nothing holds up, for no time, so that it can be leased again at once. */
    void claim() {
        if (store.outbox()
                        .claim("mail", Instant.EPOCH.plusSeconds(1000), Duration.ZERO, 10)
                        .size()
                > 1) {
            throw new IllegalStateException("messages were claimed that wait behind others");
        }
    }

    /** Takes the next step with any of them that is not delivered yet. */
    void step() {
        int index = pick();
        try {
            mover.step(number(index), FlowStep.LIFE.get(taken[index]++));
        } finally {
            moving.remove(index);
        }
    }

    /** One that has a next step, and that no other thread is just moving. */
    private int pick() {
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
