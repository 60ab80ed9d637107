package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** An SQLite file must not lose what it acknowledged, and nobody must know how to see to that. */
class SqliteFileTest {

    private static final int STEPS = 1000;

    /** SQLite writes its log over once it has 1000 pages of 4 KiB, and a transaction may be larger than what was left. */
    private static final long LOG_SIZE = 5L << 20;

    private static final long BYTES_OF_A_STEP = 1000;

    private static void build(String url) {
        try (HikariDataSource source = TestDatabase.pool(url, config -> {})) {
            JdbcOrderStore.builder(source).migrate().build();
        }
    }

    @Test
    void a_file_is_given_the_log_with_which_some_read_while_one_writes() throws SQLException {
        try (HikariDataSource source = TestDatabase.SQLITE.open()) {
            JdbcOrderStore.builder(source).migrate().build();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("pragma journal_mode")) {
                assertThat(row.getString(1)).isEqualTo("wal");
            }
        }
    }

    @Test
    void a_file_grows_by_what_is_written_and_not_by_how_often() throws Exception {
        String url = TestDatabase.SQLITE.newUrl();
        Path file = Path.of(url.substring("jdbc:sqlite:".length()));
        long before;
        try (HikariDataSource source = TestDatabase.pool(url, config -> {})) {
            JdbcFixture.early(JdbcOrderStore.builder(source).migrate().build()).place("A-1", JdbcFixture.place());
        }
        before = Files.size(file);
        for (int opened = 0; opened < 4; opened++) {
            try (HikariDataSource source = TestDatabase.pool(url, config -> {})) {
                Orders orders = JdbcFixture.early(JdbcOrderStore.builder(source).build());
                for (int i = 0; i < STEPS / 4; i++) {
                    orders.fire("A-1", JdbcFixture.remark("x"));
                }
                assertThat(Files.size(file.resolveSibling(file.getFileName() + "-wal")))
                        .isLessThan(LOG_SIZE);
            }
            assertThat(file.resolveSibling(file.getFileName() + "-wal")).doesNotExist();
        }
        assertThat((Files.size(file) - before) / STEPS).isLessThan(BYTES_OF_A_STEP);
    }

    @Test
    void connections_that_do_not_wait_for_the_disk_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> build(TestDatabase.SQLITE.newUrl() + "?synchronous=NORMAL"))
                .withMessage(
                        "SQLite does not wait for the disk at a commit (synchronous is 1), and a power cut would lose"
                                + " the orders of the last moments: take synchronous out of the database's JDBC URL, or set it to"
                                + " FULL");
    }

    @Test
    void connections_that_do_not_wait_for_another_process_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> build(TestDatabase.SQLITE.newUrl() + "?busy_timeout=10"))
                .withMessage("SQLite waits 10 ms for another process that writes, and steps would fail under load: take"
                        + " busy_timeout out of the database's JDBC URL, or set it to 1000 or more");
    }

    @Test
    void a_mode_in_which_commits_seem_to_fail_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> build(TestDatabase.SQLITE.newUrl() + "?transaction_mode=IMMEDIATE"))
                .withMessage(
                        "SQLite's driver is told to begin transactions in the mode IMMEDIATE, in which it calls commits"
                                + " failed that were not: take transaction_mode out of the database's JDBC URL");
    }

    @Test
    void a_database_in_memory_is_refused_as_each_connection_has_its_own() {
        assertThatIllegalStateException()
                .isThrownBy(() -> build("jdbc:sqlite::memory:"))
                .withMessageContaining("name a file, as jdbc:sqlite:orders.db");
    }
}
