package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many statements a step takes, and on PostgreSQL how many round trips between a shop and its database. */
@Tag("servers")
class StatementCountTest {

    @Test
    void a_step_takes_two_round_trips_one_to_read_and_one_to_write() throws IOException, SQLException {
        counting((orders, counter) -> {
            assertThat(orders.place("A-1", JdbcFixture.place()).isAccepted()).isTrue();
            assertThat(counter.take()).isEqualTo(2);
            assertThat(orders.fire("A-1", JdbcFixture.remark("one")).isAccepted())
                    .isTrue();
            assertThat(counter.take()).isEqualTo(2);
            for (int i = 0; i < 20; i++) {
                orders.fire("A-1", JdbcFixture.remark("so often that the driver prepares it"));
            }
            assertThat(counter.take()).isEqualTo(40);
        });
    }

    @Test
    void a_request_id_costs_no_further_round_trip() throws IOException, SQLException {
        counting((orders, counter) -> {
            assertThat(orders.place("A-1", JdbcFixture.place().withId("request-1"))
                            .isAccepted())
                    .isTrue();
            assertThat(counter.take()).as("placing").isEqualTo(2);
            assertThat(orders.fire("A-1", JdbcFixture.ship().withId("request-2"))
                            .isAccepted())
                    .isTrue();
            assertThat(counter.take()).as("a step").isEqualTo(2);
            assertThat(orders.fire("A-1", JdbcFixture.ship().withId("request-3"))
                            .isAccepted())
                    .isFalse();
            assertThat(counter.take()).as("a refusal, which is not stored").isEqualTo(1);
            assertThat(orders.fire("A-1", JdbcFixture.ship().withId("request-2"))
                            .isAccepted())
                    .isTrue();
            assertThat(counter.take())
                    .as("the same step again, answered of the history")
                    .isEqualTo(2);
            orders.comment(
                    "A-1", CommentRequest.of(JdbcFixture.CUSTOMER, "hello").withId("request-4"));
            assertThat(counter.take()).as("a comment").isEqualTo(2);
        });
    }

    /** Databases that check keys row by row need a statement for each row, and SQLite one more to be the writer; PostgreSQL writes all at once. */
    @ParameterizedTest
    @CsvSource({"SQLITE, 4, 5", "H2, 3, 4", "POSTGRESQL, 2, 2", "POSTGRESQL_PARTITIONED, 2, 2", "MARIADB, 3, 4"})
    void a_step_takes_few_statements(TestDatabase database, int withoutId, int withId) {
        StatementTap tap = new StatementTap(database.emptied(), "");
        Orders orders = JdbcFixture.early(JdbcOrderStore.builder(tap.tapped()).build());
        tap.take();

        orders.place("A-1", JdbcFixture.place());
        assertThat(tap.take()).as("placing").isEqualTo(withoutId);
        orders.fire("A-1", JdbcFixture.ship());
        assertThat(tap.take()).as("a step").isEqualTo(withoutId);
        orders.place("A-2", JdbcFixture.place().withId("request-1"));
        assertThat(tap.take()).as("placing with a request id").isEqualTo(withId);
        orders.fire("A-2", JdbcFixture.ship().withId("request-2"));
        assertThat(tap.take()).as("a step with a request id").isEqualTo(withId);
        orders.fire("A-2", JdbcFixture.ship().withId("request-2"));
        assertThat(tap.take()).as("the same step again").isEqualTo(2);
    }

    @Test
    void a_sweep_costs_few_round_trips_however_many_deadlines_have_expired() throws IOException, SQLException {
        counting((orders, counter) -> {
            for (int expired : new int[] {2, 50}) {
                for (int i = 0; i < expired; i++) {
                    orders.place("A-" + expired + "-" + i, JdbcFixture.place());
                }
                counter.take();

                assertThat(orders.sweep().fired()).hasSize(expired);
                assertThat(counter.take())
                        .as(
                                "the clock; expired orders, their claims, their hashes, commit; steps, commit; no more of them, commit; no old answers, commit; few counts to add up, commit;"
                                        + " what is long may be counted as two")
                        .isBetween(12, 14);
            }
        });
    }

    /** A shop whose round trips to its database are counted. */
    private static void counting(BiConsumer<Orders, RoundTripCounter> test) throws IOException, SQLException {
        try (HikariDataSource direct = TestDatabase.POSTGRESQL.open()) {
            String url = direct.getJdbcUrl();
            int port = URI.create(url.substring("jdbc:".length())).getPort();
            try (RoundTripCounter counter = new RoundTripCounter(port);
                    Connection connection =
                            DriverManager.getConnection(url.replace(":" + port + "/", ":" + counter.port() + "/"))) {
                Orders orders = JdbcFixture.early(
                        JdbcOrderStore.builder(kept(connection)).migrate().build());
                counter.take();
                test.accept(orders, counter);
            }
        }
    }

    /** One connection that is never closed, as a pool keeps it. */
    private static DataSource kept(Connection connection) {
        Connection open = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> open);
    }
}
