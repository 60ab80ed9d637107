package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.jdbc.TestDatabase;
import dev.orderly.order.ChainKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("servers")
class ReplayIntoDatabaseTest {

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void write_the_log() throws IOException {
        StringBuilder rows = new StringBuilder("order,event,at,actor,data.payment,data.tracking-number\n");
        for (int i = 0; i < 20; i++) {
            rows.append("""
                    O%1$d,place,2026-05-04T08:00:00Z,customer,prepaid,
                    O%1$d,pay,2026-05-04T08:10:00Z,platform,,
                    O%1$d,release,2026-05-04T09:00:00Z,customer,,
                    O%1$d,release,2026-05-04T09:00:00Z,staff,,
                    O%1$d,ship,2026-05-05T09:00:00.000000123+02:00,staff,,T-%1$d
                    """.formatted(i));
        }
        log = Files.writeString(folder.resolve("events.csv"), rows.append("X,pay,2026-05-04T08:10:00Z,platform,,\n"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_database_comes_to_the_same_as_memory_and_a_second_run_adds_nothing(TestDatabase database)
            throws SQLException {
        String url = database.newUrl();

        Cli first = Cli.run("replay", "bookstore", log, "--json", "--db", url);
        List<String> history = history(url);
        Cli second = Cli.run("replay", "bookstore", log, "--json", "--db", url);

        assertThat(first).isEqualTo(Cli.run("replay", "bookstore", log, "--json"));
        assertThat(second).isEqualTo(first);
        assertThat(history(url)).isEqualTo(history).hasSize(80);
    }

    @Test
    void a_name_without_more_is_that_of_a_file() throws SQLException {
        Path file = folder.resolve("orders.db");

        Cli first = Cli.run("replay", "bookstore", log, "--json", "--db", file);

        assertThat(first).isEqualTo(Cli.run("replay", "bookstore", log, "--json"));
        assertThat(history("jdbc:sqlite:" + file)).hasSize(80);
    }

    @Test
    void a_temporary_file_is_gone_when_it_is_closed() throws IOException {
        Path file;
        try (Database database = Database.temporary(ChainKeys.NONE)) {
            file = database.folder();
            assertThat(file).isDirectoryContaining("glob:**orders.db");
            assertThat(Files.getPosixFilePermissions(file)).hasSize(3);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void an_h2_file_is_given_the_settings_that_it_needs() {
        String url = TestDatabase.H2_FILE.newUrl();

        Cli bare = Cli.run("replay", "bookstore", log, "--json", "--db", url.substring(0, url.indexOf(';')));

        assertThat(bare).isEqualTo(Cli.run("replay", "bookstore", log, "--json"));
    }

    @Test
    void nobody_is_told_of_what_happened_long_ago() throws SQLException {
        String url = TestDatabase.H2.newUrl();

        Cli.run("replay", "bookstore", log, "--db", url);

        assertThat(rows(url, "select number from orderly_outbox")).isEmpty();
    }

    @Test
    void an_address_that_no_driver_knows_is_explained() {
        Cli answer = Cli.run("replay", "bookstore", log, "--db", "jdbc:oracle:thin:scott/tiger@host");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualToIgnoringNewLines("the database jdbc:oracle:… cannot be used: no"
                        + " driver knows it; write FILE, jdbc:h2:FILE, jdbc:postgresql://HOST/DATABASE?user=…&password=… or"
                        + " jdbc:mariadb://HOST/DATABASE?user=…&password=…");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        Cli answer = Cli.run(
                "replay", "bookstore", log, "--db", "jdbc:postgresql://localhost:1/shop?user=shop&password=secret");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("the database jdbc:postgresql://localhost:1/shop cannot be used: it cannot be reached: ")
                .doesNotContain("secret");
    }

    @Test
    void another_workflow_of_the_same_name_and_version_is_refused() throws IOException {
        String url = TestDatabase.H2.newUrl();
        Path shop = folder.resolve("shop.yaml");
        Files.writeString(shop, """
                workflow: bookstore
                version: 1
                statuses: { new: { done: true } }
                transitions: [ { on: place, to: new } ]
                """);
        Cli.run("replay", "bookstore", log, "--db", url);

        Cli answer = Cli.run("replay", shop, log, "--db", url);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("bookstore version 1").contains("raise the version");
    }

    private static List<String> history(String url) throws SQLException {
        return rows(
                url, "select concat(number, ' ', sequence, ' ', hash) from orderly_history order by number, sequence");
    }

    private static List<String> rows(String url, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
