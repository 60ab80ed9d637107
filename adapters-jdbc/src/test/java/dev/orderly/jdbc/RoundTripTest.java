package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
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

/** What a step costs on the network between a shop and its PostgreSQL. */
@Tag("servers")
class RoundTripTest {

    @Test
    void a_step_costs_two_round_trips_one_to_read_and_one_to_write() throws IOException, SQLException {
        counting((orders, counter) -> {
            assertThat(orders.place("A-1", Shop.place()).isAccepted()).isTrue();
            assertThat(counter.take()).isEqualTo(2);
            assertThat(orders.fire("A-1", Shop.remark("one")).isAccepted()).isTrue();
            assertThat(counter.take()).isEqualTo(2);
            for (int i = 0; i < 20; i++) {
                orders.fire("A-1", Shop.remark("so often that the driver prepares it"));
            }
            assertThat(counter.take()).isEqualTo(40);
            assertThat(orders.fire("A-1", Shop.ship().id("request-1")).isAccepted())
                    .isTrue();
            assertThat(counter.take())
                    .as("with a request id, one more to look for its answer")
                    .isEqualTo(3);
        });
    }

    @Test
    void a_sweep_costs_few_round_trips_however_many_orders_are_due() throws IOException, SQLException {
        counting((orders, counter) -> {
            for (int due : new int[] {2, 50}) {
                for (int i = 0; i < due; i++) {
                    orders.place("A-" + due + "-" + i, Shop.place());
                }
                counter.take();

                assertThat(orders.sweep().fired()).hasSize(due);
                assertThat(counter.take())
                        .as("the clock; due orders, their claims, commit; steps, commit; no more due orders, commit;"
                                + " what is long may be counted as two")
                        .isBetween(8, 12);
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
                Orders orders = Shop.early(
                        JdbcOrderStore.over(kept(connection)).migrate().build());
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
