package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages behind one that was put off: a claim reads no more of them than it passes over, however many they are. */
@ParameterizedClass
@EnumSource(
        value = TestDatabase.class,
        names = {"H2", "POSTGRESQL", "POSTGRESQL_PARTITIONED", "MARIADB"})
@Tag("servers")
class HeldBackMessagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MANY = 1500;

    private static final String ENTRY =
            "insert into orderly_history (number, sequence, kind, workflow, version, status,"
                    + " previous_version, previous_status, subject, from_status, event, to_status, actor_role, at_time, hash)"
                    + " select concat('N-', ?), sequence, kind, workflow, version, status, previous_version, previous_status,"
                    + " subject, from_status, event, to_status, actor_role, at_time, hash from orderly_history"
                    + " where number = 'A'";

    private static final String MESSAGE = "insert into orderly_outbox (number, sequence, position, role, channel,"
            + " created_at, tries, available_at) ";

    private final HikariDataSource source;
    private final JdbcOrderStore store;
    private final Outbox outbox;

    HeldBackMessagesTest(TestDatabase database) {
        source = database.emptied();
        store = JdbcOrderStore.builder(source).build();
        outbox = store.outbox();
        JdbcFixture.early(store).place("A", JdbcFixture.place());
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs statements for each of many numbers. */
    private void many(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                for (int i = 1; i <= MANY; i++) {
                    statement.addBatch(sql.replace("?", Integer.toString(i)));
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The rows of the index that a claim of now reads, of which it leases those that are first of their order. */
    private int rowsThatAClaimReads() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from orderly_outbox where channel = 'mail'"
                        + " and held_back = false and available_at <= " + EpochMicros.floor(NOW))) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<OutboxLease> claim(int limit) {
        return outbox.claim("mail", NOW, LEASE, limit);
    }

    private static long micros(Duration before) {
        return EpochMicros.floor(NOW.minus(before));
    }

    @Test
    void of_thousands_of_orders_whose_first_message_was_put_off_a_claim_reads_few() throws SQLException {
        long later = EpochMicros.floor(NOW.plus(Duration.ofDays(1)));
        long earlier = micros(Duration.ofHours(1));
        many(
                ENTRY,
                MESSAGE + "values (concat('N-', ?), 1, 0, 'customer', 'mail', " + earlier + ", 1, " + later + ")",
                MESSAGE + "values (concat('N-', ?), 1, 1, 'seller', 'mail', " + earlier + ", 0, " + earlier + ")");
        execute(MESSAGE + "values ('A', 1, 0, 'customer', 'mail', " + earlier + ", 0, " + (earlier + 1) + ")");
        assertThat(rowsThatAClaimReads()).isEqualTo(MANY + 1);

        assertThat(claim(10))
                .extracting(OutboxLease::message)
                .extracting(OutboxMessage::number)
                .containsExactly("A");
        claim(10);

        assertThat(rowsThatAClaimReads())
                .as("what it passes over, and what it may lease")
                .isLessThanOrEqualTo(110);
    }

    @Test
    void of_one_order_with_thousands_of_messages_a_claim_reads_few_and_all_are_sent_in_their_order()
            throws SQLException {
        many(MESSAGE + "values ('A', 1, ? - 1, 'customer', 'mail', 0, 0, " + micros(Duration.ofHours(1)) + ")");
        OutboxLease first = claim(10).get(0);
        outbox.failed(first, NOW.plus(Duration.ofHours(1)), "the server does not answer");

        assertThat(claim(10)).isEmpty();
        assertThat(rowsThatAClaimReads()).isZero();
        assertThat(outbox.backlog().waiting()).isEqualTo(MANY);

        OutboxLease again =
                outbox.claim("mail", NOW.plus(Duration.ofHours(2)), LEASE, 10).get(0);
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(outbox.deadLetter(again, "no such mailbox")).isTrue();
        for (int position = 1; position <= 20; position++) {
            assertThat(rowsThatAClaimReads()).isEqualTo(1);
            OutboxLease next = claim(10).get(0);
            assertThat(next.message().position()).isEqualTo(position);
            assertThat(outbox.sent(next)).isTrue();
            assertThat(outbox.sent(next)).as("twice").isFalse();
        }
        outbox.resend(first.message(), NOW);
        OutboxLease resent = claim(10).get(0);
        assertThat(resent.message()).isEqualTo(first.message());
        assertThat(outbox.sent(resent)).isTrue();
        assertThat(claim(10).get(0).message().position()).isEqualTo(21);
    }

    @Test
    void dispatchers_that_fail_and_send_at_once_send_each_message_once_and_in_the_order_of_its_order()
            throws Exception {
        int orders = 150;
        for (int i = 0; i < orders; i++) {
            JdbcFixture.early(store).place("B-" + i, JdbcFixture.place());
            for (int position = 0; position < 4; position++) {
                execute(MESSAGE + "values ('B-" + i + "', 1, " + position + ", 'customer', 'mail', 0, 0, "
                        + micros(Duration.ofSeconds(1000 - position)) + ")");
            }
        }
        Map<String, Integer> sent = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> dispatchers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            dispatchers.add(pool.submit(() -> {
                while (count.get() < 4 * orders) {
                    for (OutboxLease lease : claim(1 + random.nextInt(20))) {
                        if (random.nextInt(3) == 0) {
                            assertThat(outbox.failed(lease, NOW, "again")).isTrue();
                        } else {
                            OutboxMessage message = lease.message();
                            assertThat(sent.merge(message.number(), 1, Integer::sum) - 1)
                                    .isEqualTo(message.position());
                            assertThat(outbox.sent(lease)).isTrue();
                            count.incrementAndGet();
                        }
                    }
                }
            }));
        }
        for (Future<?> dispatcher : dispatchers) {
            dispatcher.get();
        }
        pool.shutdown();

        assertThat(outbox.backlog().waiting()).isZero();
        assertThat(sent)
                .hasSize(orders)
                .allSatisfy((number, times) -> assertThat(times).isEqualTo(4));
    }
}
