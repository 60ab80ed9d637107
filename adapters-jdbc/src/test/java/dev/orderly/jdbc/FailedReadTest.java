package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a query that a database ends because of what others do: a standby of PostgreSQL that has to take away rows
 * which the query sees answers 40001, a node of Galera that cannot learn what the others have written answers 1205.
 */
class FailedReadTest {

    private final AtomicInteger failing = new AtomicInteger();

    @Test
    void a_query_that_met_others_is_run_again() {
        try (HikariDataSource source = TestDatabase.H2.open()) {
            Orders orders = placed(source);
            failing.set(2);

            assertThat(orders.find("A-1")).isPresent();
            assertThat(failing.get()).isZero();
        }
    }

    @Test
    void a_query_that_keeps_meeting_others_is_a_failure_and_no_conflict_that_deciding_anew_would_cure() {
        try (HikariDataSource source = TestDatabase.H2.open()) {
            Orders orders = placed(source);
            failing.set(Integer.MAX_VALUE);

            assertThatThrownBy(() -> orders.find("A-1"))
                    .isInstanceOf(StoreFailedException.class)
                    .hasMessage("reading order A-1 failed: the database answered with SQLSTATE 40001, code 0; nothing"
                            + " was written");
            assertThatThrownBy(() -> orders.fire("A-1", JdbcFixture.ship())).isInstanceOf(StoreFailedException.class);
        }
    }

    @Test
    void a_verification_goes_on_with_the_batch_that_met_others_and_counts_it_once() throws IOException {
        try (HikariDataSource source = TestDatabase.H2.open()) {
            JdbcOrderStore store =
                    JdbcOrderStore.builder(failing(source)).migrate().build();
            Orders orders = JdbcFixture.early(store);
            orders.place("A-1", JdbcFixture.place());
            orders.place("A-2", JdbcFixture.place());
            for (int queries = 1; queries <= 10; queries++) {
                failing.set(-queries); // the last of them fails

                VerificationReport report = store.verification().threads(1).run();

                assertThat(report.findings()).isEmpty();
                assertThat(report.orders()).isEqualTo(2);
                assertThat(report.entries()).isEqualTo(2);
            }
        }
    }

    private Orders placed(DataSource source) {
        Orders orders = JdbcFixture.early(
                JdbcOrderStore.builder(failing(source)).migrate().build());
        orders.place("A-1", JdbcFixture.place());
        return orders;
    }

    /** A source on which the next queries fail, as many as are set; or one of them after others, if the number is negative. */
    private DataSource failing(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery") && isFailing()) {
                        throw new SQLException("no", "40001");
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getReturnType() == Connection.class) {
                        return proxy(Connection.class, result);
                    }
                    return method.getReturnType() == PreparedStatement.class
                            ? proxy(PreparedStatement.class, result)
                            : result;
                }));
    }

    private boolean isFailing() {
        int before = failing.getAndUpdate(left -> left == 0 ? 0 : left < 0 ? left + 1 : left - 1);
        return before > 0 || before == -1;
    }
}
