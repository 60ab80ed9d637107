package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that drivers take for another one are known by their version, and refused by name. */
class ImitationTest {

    /** What these databases answer to {@code select version()}, by their documentation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PostgreSQL | CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27, go1.19.10) | CockroachDB
            PostgreSQL | PostgreSQL 11.2-YB-2.19.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang | YugabyteDB
            PostgreSQL | PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0.12103 | Amazon Redshift
            PostgreSQL | PostgreSQL 9.4.26 (Greenplum Database 6.20.0 build commit:d8e0) on x86_64 | Greenplum
            MariaDB    | 8.0.11-TiDB-v7.5.0                                                     | TiDB
            """)
    void another_database_than_it_says_is_refused_by_name(String claimed, String version, String name) {
        assertThatThrownBy(() -> BuiltInDialect.of(connection(claimed, version)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the database says that it is " + claimed + ", but its version is \"" + version + "\": "
                        + name + " was not tried with Orderly, and may not keep what the store relies on. To go on at"
                        + " your own risk, give the builder the dialect, as dialect(DatabaseDialect."
                        + (claimed.equals("MariaDB") ? "mariadb" : "postgresql") + "())");
    }

    @Test
    void one_that_is_what_it_says_is_taken() throws Exception {
        String version = "PostgreSQL 15.13 (Debian 15.13-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit";

        assertThat(BuiltInDialect.of(connection("PostgreSQL", version))).isSameAs(PostgresqlDialect.INSTANCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    @Tag("servers")
    void the_real_ones_are_taken(TestDatabase database) throws Exception {
        try (HikariDataSource source = database.open();
                Connection connection = source.getConnection()) {
            assertThat(BuiltInDialect.of(connection).name().toUpperCase(Locale.ROOT))
                    .isEqualTo(database.name());
        }
    }

    /** An H2 with another name and version. */
    private static Connection connection(String name, String version) throws SQLException {
        Connection real = DriverManager.getConnection("jdbc:h2:mem:");
        real.createStatement().execute("create alias version as 'String version() { return \"" + version + "\"; }'");
        return proxy(
                Connection.class,
                real,
                (method, result) -> result instanceof DatabaseMetaData data
                        ? proxy(
                                DatabaseMetaData.class,
                                data,
                                (called, answer) -> called.equals("getDatabaseProductName") ? name : answer)
                        : result);
    }

    private interface Afterwards {
        Object change(String method, Object result);
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
