package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is opened only on a database that has its guards. */
@Tag("servers")
class DatabaseCheckTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/orderly/jdbc");

    /**
     * What an owner does to a database.
     *
     * @param harm the statements
     * @param named what the refusal says of it
     */
    record Harm(TestDatabase database, List<String> harm, String named) {

        Harm(TestDatabase database, String harm, String named) {
            this(database, List.of(harm), named);
        }
    }

    static Stream<Harm> harms() {
        return Stream.of(
                new Harm(
                        TestDatabase.SQLITE,
                        "drop trigger orderly_order_forward",
                        "missing or another: trigger orderly_order_forward before update on orderly_order"),
                new Harm(
                        TestDatabase.SQLITE,
                        List.of(
                                "drop trigger orderly_history_stays",
                                "create trigger orderly_history_stays before delete on orderly_history begin select 1;"
                                        + " end"),
                        "missing or another: trigger orderly_history_stays before delete on orderly_history"),
                new Harm(
                        TestDatabase.SQLITE,
                        List.of(
                                "drop table orderly_answer",
                                "create table orderly_answer (number text not null, request_id text not null,"
                                        + " fingerprint text not null, sequence integer not null,"
                                        + " answered_at integer not null, primary key (number, request_id))"),
                        "types of orderly_answer are strict"),
                new Harm(
                        TestDatabase.H2,
                        "drop trigger orderly_order_guard",
                        "missing or another: trigger orderly_order_guard before update on orderly_order"
                                + " dev.orderly.jdbc.h2.OrderGuard"),
                new Harm(
                        TestDatabase.H2,
                        "alter table orderly_history drop constraint orderly_history_chain",
                        "key of orderly_history: foreign key (number, previous"),
                new Harm(
                        TestDatabase.H2,
                        "alter table orderly_history drop constraint orderly_history_kind",
                        "check of orderly_history: orderly_history_kind"),
                new Harm(
                        TestDatabase.H2,
                        "alter table orderly_order alter column state set null",
                        "column orderly_order.state character varying"),
                new Harm(TestDatabase.H2, "drop table orderly_truncation_guard", "key of orderly_truncation_guard"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        "drop trigger orderly_history_fits on orderly_history",
                        "missing or another: trigger orderly_history_fits BEFORE INSERT on orderly_history"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        "alter table orderly_order disable trigger orderly_order_forward",
                        "switched off: trigger orderly_order_forward of orderly_order"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        "alter table orderly_history disable trigger all",
                        "switched off: trigger RI_ConstraintTrigger"),
                new Harm(
                        TestDatabase.POSTGRESQL_PARTITIONED,
                        "alter table orderly_history_p07 disable trigger orderly_history_stays",
                        "switched off: trigger orderly_history_stays of orderly_history_p07"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        "create or replace function orderly_check_order() returns trigger language plpgsql as $$"
                                + " begin return new; end $$",
                        "function orderly_check_order"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        "alter table orderly_order drop constraint orderly_order_status",
                        "key of orderly_order: FOREIGN KEY (number, sequence, workflow, version, status)"),
                new Harm(
                        TestDatabase.POSTGRESQL,
                        List.of(
                                "alter table orderly_order drop constraint orderly_order_status",
                                "alter table orderly_order add constraint orderly_order_status foreign key (number,"
                                        + " sequence, workflow, version, status) references orderly_history (number,"
                                        + " sequence, workflow, version, status) not valid"),
                        "key of orderly_order: FOREIGN KEY (number, sequence, workflow, version, status)"),
                new Harm(
                        TestDatabase.MARIADB,
                        "drop trigger orderly_order_forward",
                        "missing or another: trigger orderly_order_forward before update on orderly_order"),
                new Harm(
                        TestDatabase.MARIADB,
                        List.of(
                                "drop trigger orderly_history_stays",
                                "create trigger orderly_history_stays before delete on orderly_history for each row"
                                        + " set @harmless = 1"),
                        "missing or another: trigger orderly_history_stays before delete on orderly_history"),
                new Harm(
                        TestDatabase.MARIADB,
                        "alter table orderly_history drop foreign key orderly_history_transition",
                        "key of orderly_history: foreign key (workflow, version, subject"),
                new Harm(
                        TestDatabase.MARIADB,
                        "alter table orderly_history drop constraint orderly_history_link",
                        "check of orderly_history: orderly_history_link"));
    }

    @ParameterizedTest
    @MethodSource("harms")
    void a_database_that_lost_a_guard_is_refused_by_name_and_can_be_opened_knowingly(Harm harm) throws SQLException {
        try (HikariDataSource source = harm.database.open()) {
            harm.database.builder(source).build();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : harm.harm) {
                    statement.execute(sql);
                }
            }

            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(source).build())
                    .withMessageStartingWith("the database lacks guards without which it takes what no workflow allows")
                    .withMessageContaining(harm.named);
            for (StartupCheck check : List.of(StartupCheck.WARN, StartupCheck.SKIP)) {
                JdbcOrderStore knowingly =
                        JdbcOrderStore.builder(source).guardCheck(check).build();
                assertThat(knowingly.find("A-1")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void a_missing_index_does_not_keep_the_store_from_being_opened(TestDatabase database) throws SQLException {
        try (HikariDataSource source = database.open()) {
            database.builder(source).build();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop index orderly_order_overdue"
                        + (database == TestDatabase.MARIADB ? " on orderly_order" : ""));
            }
            assertThat(JdbcOrderStore.builder(source).build().find("A-1")).isEmpty();
        }
    }

    @Test
    void settings_with_which_commits_are_lost_are_named() throws SQLException {
        try (HikariDataSource postgres = TestDatabase.POSTGRESQL.open();
                HikariDataSource mariadb = TestDatabase.MARIADB.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(postgres)
                            .migrate()
                            .durabilityCheck(StartupCheck.REFUSE)
                            .build())
                    .withMessageContaining("lose acknowledged steps")
                    .withMessageContaining("fsync is off, and must be on");
            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(mariadb)
                            .migrate()
                            .durabilityCheck(StartupCheck.REFUSE)
                            .build())
                    .withMessageContaining("innodb_flush_log_at_trx_commit is 0, and must be 1");
            assertThat(JdbcOrderStore.builder(mariadb).build().find("A-1")).isEmpty();
        }
        try (HikariDataSource relaxed = TestDatabase.pool(
                TestDatabase.POSTGRESQL.newUrl() + "&options=-c%20synchronous_commit%3Doff", config -> {})) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(relaxed)
                            .migrate()
                            .durabilityCheck(StartupCheck.REFUSE)
                            .build())
                    .withMessageContaining("synchronous_commit is off, and must be on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "remote_write"})
    void a_commit_that_does_not_wait_for_the_disk_of_a_synchronous_standby_is_named(String level) throws SQLException {
        String url = TestDatabase.POSTGRESQL.newUrl() + "&options=-c%20synchronous_commit%3D" + level;
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(DatabaseDialect.postgresql().durabilityProblems(connection))
                    .as("without a synchronous standby")
                    .noneMatch(problem -> problem.startsWith("synchronous_commit"));
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = 'nobody'");
            try {
                statement.execute("select pg_reload_conf()");
                List<String> problems = List.of();
                for (int i = 0; i < 1000 && problems.stream().noneMatch(p -> p.startsWith("synchronous_commit")); i++) {
                    problems = DatabaseDialect.postgresql().durabilityProblems(connection);
                }
                assertThat(problems)
                        .contains("synchronous_commit is " + level
                                + ", and must be on: a commit does not wait for the disk"
                                + " of the synchronous standby");
            } finally {
                statement.execute("alter system reset synchronous_standby_names");
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, shop", "POSTGRESQL, My \"old\" shop", "H2, SHOP", "H2, My shop"})
    void tables_in_a_schema_of_their_own_have_the_same_guards(TestDatabase database, String schema)
            throws SQLException {
        String url = database.newUrl();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema \"" + schema.replace("\"", "\"\"") + "\"");
        }
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setSchema(schema);
            JdbcOrderStore.builder(source).migrate().build();
            try (Connection connection = source.getConnection()) {
                DatabaseDialect dialect = BuiltInDialect.of(connection);
                assertThat(dialect.catalog(connection)).containsExactlyInAnyOrderElementsOf(dialect.expectedCatalog());
            }
        }
    }

    /** {@code -Dcatalog=write} writes the files anew. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void the_expected_catalog_is_that_of_new_tables(TestDatabase database) throws SQLException, IOException {
        try (HikariDataSource source = database.open()) {
            database.builder(source).guardCheck(StartupCheck.SKIP).build();
            try (Connection connection = source.getConnection()) {
                DatabaseDialect dialect = BuiltInDialect.of(connection);
                List<String> found =
                        dialect.catalog(connection).stream().sorted().toList();
                if (Objects.equals(System.getProperty("catalog"), "write")) {
                    Path file = RESOURCES
                            .resolve(database.name().toLowerCase(Locale.ROOT))
                            .resolve("catalog.txt");
                    Files.writeString(file, String.join("\n", found) + "\n");
                }
                assertThat(dialect.expectedCatalog()).containsExactlyElementsOf(found);
            }
        }
    }
}
