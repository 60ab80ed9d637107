package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tables come into a database, and which of them the library works with. */
@Tag("servers")
class SchemaTest {

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void a_database_without_tables_is_refused_with_the_way_to_make_them(TestDatabase database) {
        try (HikariDataSource source = database.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(source).build())
                    .withMessage("the database has no tables of Orderly: let the builder migrate(), or run"
                            + " dev/orderly/jdbc/" + database.name().toLowerCase(Locale.ROOT)
                            + "/V1__orderly.sql from the jar of orderly-jdbc");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void tables_of_a_newer_library_are_refused(TestDatabase database) throws SQLException {
        try (HikariDataSource source = database.open()) {
            JdbcOrderStore.builder(source).migrate().build();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into orderly_schema (version) values (2)");
            }

            assertThatIllegalStateException()
                    .isThrownBy(() -> JdbcOrderStore.builder(source).migrate().build())
                    .withMessage("the database has version 2 of Orderly's tables, but this library works with"
                            + " version 1: take a newer release of orderly-jdbc");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nodes_that_make_the_tables_at_the_same_time_all_find_them_made(TestDatabase database) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (HikariDataSource source = database.open()) {
            Callable<JdbcOrderStore> node = () -> database.builder(source).build();
            for (Future<JdbcOrderStore> made : nodes.invokeAll(List.of(node, node, node, node))) {
                assertThat(made.get()).isNotNull();
            }
            JdbcFixture.over(node.call()).place("A-1", JdbcFixture.place());
            assertThat(node.call().find("A-1")).isPresent();
        } finally {
            nodes.shutdown();
        }
    }

    /** PostgreSQL makes all of them in one transaction; the others, each by itself. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "MARIADB"})
    void tables_that_a_process_was_killed_over_are_made_complete(TestDatabase database) throws SQLException {
        List<String> script = Script.statements(database.name().toLowerCase(Locale.ROOT) + "/V1__orderly.sql");
        for (int made = 1; made < script.size(); made++) {
            try (HikariDataSource source = database.open()) {
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement()) {
                    for (String sql : script.subList(0, made)) {
                        statement.execute(sql);
                    }
                }

                JdbcOrderStore store = JdbcOrderStore.builder(source).migrate().build();
                JdbcFixture.over(store).place("A-1", JdbcFixture.place());
                assertThat(store.find("A-1")).as("after %d statements", made).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void flyway_can_make_the_tables_from_the_same_files(TestDatabase database) {
        try (HikariDataSource source = database.open()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:dev/orderly/jdbc/" + database.name().toLowerCase(Locale.ROOT))
                    .load()
                    .migrate();

            JdbcOrderStore store = JdbcOrderStore.builder(source).build();
            JdbcFixture.over(store).place("A-1", JdbcFixture.place());
            assertThat(store.find("A-1")).isPresent();
        }
    }

    /** As the guide prints it. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void liquibase_can_make_the_tables_from_the_same_files(TestDatabase database, @TempDir Path folder)
            throws Exception {
        Files.writeString(
                folder.resolve("changelog.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: orderly-1
                      author: shop
                      changes:
                        - sqlFile:
                            path: dev/orderly/jdbc/%s/V1__orderly.sql
                            endDelimiter: ";\\n\\n"
                            stripComments: false
                """.formatted(database.name().toLowerCase(Locale.ROOT)));
        ResourceAccessor files =
                new CompositeResourceAccessor(new DirectoryResourceAccessor(folder), new ClassLoaderResourceAccessor());
        try (HikariDataSource source = database.open()) {
            Map<String, Object> scope = Map.of(Scope.Attr.resourceAccessor.name(), files);
            Scope.child(
                    scope,
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.yaml")
                            .addArgumentValue(
                                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                    DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(
                                                    new JdbcConnection(source.getConnection())))
                            .execute());

            JdbcOrderStore store = JdbcOrderStore.builder(source).build();
            JdbcFixture.over(store).place("A-1", JdbcFixture.place());
            assertThat(store.find("A-1")).isPresent();
        }
    }

    /** PostgreSQL looks for tables in the schema of the user's name first, and then in the others of its search path. */
    @Test
    void a_node_that_ended_while_it_created_the_tables_is_not_waited_for_for_ever() throws SQLException {
        try (HikariDataSource source = TestDatabase.MARIADB.open();
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DatabaseDialect.mariadb().createTables().get(0));
            statement.execute("insert into orderly_schema (version) values (0)");
            Session session = new OwnSession(
                    source,
                    DatabaseDialect.mariadb(),
                    CommitSync.of(Optional.empty()),
                    Connection.TRANSACTION_REPEATABLE_READ);

            new Schema(session, DatabaseDialect.mariadb(), 1)
                    .migrate(DatabaseDialect.mariadb().createTables());

            assertThat(JdbcOrderStore.builder(source).build().find("A-1")).isEmpty();
            try (ResultSet row = statement.executeQuery("select group_concat(version) from orderly_schema")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("1");
            }
        }
    }

    @Test
    void tables_are_found_wherever_the_connection_finds_them() throws SQLException {
        try (HikariDataSource source = TestDatabase.POSTGRESQL.open()) {
            JdbcFixture.over(JdbcOrderStore.builder(source).migrate().build()).place("A-1", JdbcFixture.place());
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema postgres");
            }

            assertThat(JdbcOrderStore.builder(source).migrate().build().find("A-1"))
                    .isPresent();
            assertThat(JdbcOrderStore.builder(source).build().find("A-1")).isPresent();
        }
    }

    @Test
    void the_partitioned_tables_are_the_plain_ones_but_for_their_partitions() {
        List<String> plain = Script.statements("postgresql/V1__orderly.sql");
        List<String> partitioned = Script.statements("postgresql-partitioned/V1__orderly.sql");

        assertThat(partitioned.stream()
                        .filter(s -> !s.contains(" partition of "))
                        .map(s -> s.replaceFirst("\\) partition by (hash \\(number|range \\(done_at)\\)$", ")")))
                .containsExactlyElementsOf(plain);
        assertThat(partitioned.stream().filter(s -> s.contains(" partition of ")))
                .hasSize(6 * 16 + 3 * 22);
    }

    @Test
    void only_postgresql_can_be_partitioned() {
        try (HikariDataSource source = TestDatabase.H2.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            JdbcOrderStore.builder(source).migratePartitioned().build())
                    .withMessage("only PostgreSQL has partitions that foreign keys can refer to, but the database is"
                            + " H2: use migrate()");
        }
    }

    @Test
    void every_file_of_statements_is_split_where_a_statement_ends() {
        Stream.of("h2", "postgresql", "mariadb")
                .flatMap(folder -> Script.statements(folder + "/V1__orderly.sql").stream())
                .forEach(sql -> assertThat(sql).matches("(?s)(create|insert) .*[^;]"));
    }
}
