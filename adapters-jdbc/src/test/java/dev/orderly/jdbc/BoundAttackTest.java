package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Each of many attempts to break a bound between fields by hand, made by itself as the application's user and as the owner, is
 * refused by the database with the reason, and leaves everything as it was.
 */
@Tag("servers")
class BoundAttackTest {

    /** MariaDB's own user can switch these off for his session, which needs no right. */
    private static final List<String> UNCHECKED =
            List.of("set foreign_key_checks = 0", "set check_constraint_checks = 0", "set sql_mode = ''");

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, mode = Mode.EXCLUDE, names = "H2_FILE")
    void every_attempt_is_refused_with_the_reason(TestDatabase database) throws Exception {
        HikariDataSource user = ApplicationUser.of(database);
        JdbcOrderStore store = newOrders(database);
        List<String> before = rows(user);

        for (BoundAttacks.Attempt attempt : BoundAttacks.all()) {
            refused(user, attempt, List.of());
            if (database == TestDatabase.MARIADB) {
                refused(user, attempt, UNCHECKED);
            }
            String reason = refused(database.emptiedBefore(), attempt, List.of());
            assertThat(reason).as("the owner's %s", attempt).contains(attempt.why());
        }

        assertThat(rows(user)).isEqualTo(before);
        assertThat(store.verification().run().findings()).isEmpty();
    }

    @Test
    void what_the_guards_would_have_refused_is_found_by_a_verification() throws Exception {
        for (BoundAttacks.Attempt attempt : BoundAttacks.all()) {
            JdbcOrderStore store = newOrders(TestDatabase.H2);
            Guards.without(TestDatabase.H2, TestDatabase.H2.emptiedBefore(), attempt.statements());
            assertThat(store.verification().run().findings())
                    .as(attempt.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void the_page_says_how_many_attempts_there_are() throws IOException {
        assertThat(Files.readString(Path.of("../docs/failure-tests.md")).replaceAll("\\s+", " "))
                .contains("`BoundAttackTest` makes " + BoundAttacks.all().size() + " attempts");
        assertThat(BoundAttacks.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static JdbcOrderStore newOrders(TestDatabase database) {
        JdbcOrderStore store = JdbcOrderStore.builder(database.emptied()).build();
        new BoundFixture(store).aBitOfEverything();
        return store;
    }

    /** One transaction. A statement that changes nothing would prove nothing; an entry can be refused before its order. Returns the reason. */
    private static String refused(HikariDataSource user, BoundAttacks.Attempt attempt, List<String> settings)
            throws SQLException {
        try (Connection connection = user.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            connection.setAutoCommit(false);
            int left = attempt.statements().size();
            try {
                for (String sql : attempt.statements()) {
                    assertThat(statement.executeUpdate(sql)).as(sql).isGreaterThanOrEqualTo(1);
                    left--;
                }
                connection.commit();
                return fail("%s was taken", attempt);
            } catch (SQLException e) {
                connection.rollback();
                assertThat(left).as("%s: %s", attempt, e.getMessage()).isLessThanOrEqualTo(2);
                String reason = String.valueOf(e.getMessage());
                boolean isRight = String.valueOf(SqliteErrors.state(e)).matches("42.*|90096");
                assertThat(isRight || reason.contains(attempt.why()))
                        .as("%s: %s", attempt, reason)
                        .isTrue();
                return reason;
            } finally {
                connection.setAutoCommit(true);
                for (String setting : settings) {
                    statement.execute(setting.replaceFirst("=.*", "= default"));
                }
            }
        }
    }

    /** All that an attempt could change. */
    private static List<String> rows(HikariDataSource source) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "select number, sequence, version, state from orderly_order order by number",
                    "select number, sequence, hash, content from orderly_history order by number, sequence",
                    "select version, subject, field, type, relation, other, constant from orderly_bound"
                            + " order by version, subject, field, relation, other")) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        List<String> values = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            values.add(String.valueOf(row.getString(i)));
                        }
                        rows.add(String.join(" | ", values));
                    }
                }
            }
        }
        return rows;
    }
}
