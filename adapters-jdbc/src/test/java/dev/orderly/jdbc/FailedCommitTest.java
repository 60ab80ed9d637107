package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an error that a database gives to a commit: whether it wrote is known of some errors only. */
class FailedCommitTest {

    @ParameterizedTest
    @CsvSource({
        "MARIADB, HY000, 1180, unknown", // of a Galera cluster, seen to be written in one of seven
        "MARIADB, HY000, 1030, unknown",
        "MARIADB, 08S01, 0, unknown",
        "MARIADB, HY000, 1114, failed",
        "MARIADB, 40001, 1213, conflict",
        "MARIADB, 23000, 1452, failed",
        "SQLITE, 53100, 13, unknown",
        "SQLITE, 58030, 10, unknown",
        "SQLITE, 40001, 5, conflict",
        "SQLITE, 23000, 19, failed",
        "H2, HY000, 50000, unknown",
        "H2, 90031, 90031, unknown",
        "H2, 23506, 23506, failed",
        "H2, 40001, 40001, conflict",
        "POSTGRESQL, 53100, 0, failed",
        "POSTGRESQL, XX000, 0, failed",
        "POSTGRESQL, 57P01, 0, unknown",
        "POSTGRESQL, 40001, 0, conflict",
    })
    void only_a_known_rollback_is_reported_as_such(TestDatabase database, String state, int code, String meaning) {
        DatabaseDialect dialect = switch (database) {
            case H2, H2_FILE -> DatabaseDialect.h2();
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> DatabaseDialect.postgresql();
            case MARIADB -> DatabaseDialect.mariadb();
            case SQLITE -> DatabaseDialect.sqlite();
        };

        RuntimeException exception = new SqlErrors(dialect).ofCommit("writing", new SQLException("no", state, code));

        assertThat(exception)
                .isInstanceOf(
                        switch (meaning) {
                            case "unknown" -> OutcomeUnknownException.class;
                            case "conflict" -> ConflictException.class;
                            default -> StoreFailedException.class;
                        });
    }

    @Test
    void a_commit_that_failed_and_was_written_is_settled_by_sending_the_request_again() {
        try (HikariDataSource source = TestDatabase.H2.open()) {
            AtomicBoolean failing = new AtomicBoolean();
            Orders orders = JdbcFixture.early(
                    JdbcOrderStore.builder(failing(source, failing)).migrate().build());
            orders.place("A-1", JdbcFixture.place());
            failing.set(true);

            assertThatThrownBy(() -> orders.fire("A-1", JdbcFixture.ship().withId("r-1")))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessage("writing entry 2 of order A-1 may or may not have happened: the database answered the"
                            + " commit with SQLSTATE HY000, code 1180. Send the request again under the same id");

            assertThat(orders.fire("A-1", JdbcFixture.ship().withId("r-1")).isAccepted())
                    .isTrue();
            assertThat(orders.history("A-1").orElseThrow().entries()).hasSize(2);
        }
    }

    /** A source whose next commit is carried out, and then answered with an error. */
    private static DataSource failing(DataSource source, AtomicBoolean failing) {
        return proxy(DataSource.class, source, (method, result) -> {
            if (result instanceof Connection connection) {
                return proxy(Connection.class, connection, (called, answer) -> {
                    if (called.equals("commit") && failing.getAndSet(false)) {
                        throw new SQLException("Got error during COMMIT", "HY000", 1180);
                    }
                    return answer;
                });
            }
            return result;
        });
    }

    private interface Afterwards {
        Object change(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object target, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return afterwards.change(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
