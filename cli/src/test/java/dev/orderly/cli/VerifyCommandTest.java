package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.jdbc.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void two_orders() throws IOException {
        url = TestDatabase.H2.newUrl();
        Path log = Files.writeString(folder.resolve("events.csv"), """
                order,event,at,actor,data.payment
                A-1,place,2026-05-04T08:00:00Z,customer,prepaid
                A-1,pay,2026-05-04T08:10:00Z,platform,
                A-2,place,2026-05-04T08:00:00Z,customer,prepaid
                """);
        Cli.run("replay", "bookstore", log, "--db", url);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_database_that_is_as_it_was_written_is_clean() {
        Cli verify = Cli.run("verify", "--db", url);

        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out())
                .isEqualTo("2 orders with 3 entries and 0 attachments verified: all is as it was written\n");
    }

    @Test
    void what_was_changed_is_printed_for_people_and_for_programs() throws SQLException {
        run("update orderly_order set muted = true where number = 'A-1'");

        Cli people = Cli.run("verify", "--db", url);
        assertThat(people.exitCode()).isEqualTo(1);
        assertThat(people.out()).isEqualTo("""
                snapshot: order A-1: its row is not what its history makes: muted
                2 orders with 3 entries and 0 attachments verified: 1 findings
                """);
        Cli programs = Cli.run("verify", "--db", url, "--json", "--threads", "2", "--no-attachments");
        assertThat(programs.exitCode()).isEqualTo(1);
        assertThat(programs.out()).isEqualTo("""
                {
                  "clean": false,
                  "orders": 2,
                  "entries": 3,
                  "attachments": 0,
                  "heads": 0,
                  "problems": 1,
                  "findings": [
                    {"kind": "snapshot", "order": "A-1", "problem": "its row is not what its history makes: muted"}
                  ],
                  "stoppedAt": null
                }
                """);
    }

    @Test
    void a_database_without_its_guards_is_verified_all_the_same() throws SQLException {
        run("drop trigger orderly_order_guard");

        Cli verify = Cli.run("verify", "--db", url);

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("guard: missing or another: trigger orderly_order_guard before update");
    }

    @Test
    void heads_are_written_and_compared_with() {
        Path heads = folder.resolve("heads");

        Cli written = Cli.run("heads", "--db", url, "--to", heads);
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).matches("sha256 [0-9a-f]{64}\n");
        Cli verify = Cli.run("verify", "--db", url, "--heads", heads);
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).contains("and compared with 2 heads: all is as it was written");
    }

    @Test
    void what_cannot_be_used_is_said() throws IOException {
        Cli tables = Cli.run("verify", "--db", TestDatabase.H2.newUrl());
        assertThat(tables.exitCode()).isEqualTo(2);
        assertThat(tables.err()).contains("the database has no tables of Orderly");

        Cli missing = Cli.run("verify", "--db", "jdbc:h2:" + folder.resolve("nothing"));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("not found");
        assertThat(folder).isDirectoryNotContaining("glob:**nothing*");

        Cli file = Cli.run("verify", "--db", url, "--heads", Files.writeString(folder.resolve("other"), "x\n"));
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(file.err()).contains("is no file of heads");

        Cli threads = Cli.run("verify", "--db", url, "--threads", "0");
        assertThat(threads.exitCode()).isEqualTo(2);
        assertThat(threads.err()).contains("threads must be from 1 to 64, but is 0");

        Cli target =
                Cli.run("heads", "--db", url, "--to", folder.resolve("missing").resolve("heads"));
        assertThat(target.exitCode()).isEqualTo(2);
        assertThat(target.err()).contains("cannot be written");
    }
}
