package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.jdbc.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final String SECRET =
            Base64.getEncoder().encodeToString("a secret of thirty-two bytes, no".getBytes(StandardCharsets.UTF_8));

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

        Cli missingFile = Cli.run("verify", "--db", folder.resolve("nothing.db"));
        assertThat(missingFile.exitCode()).isEqualTo(2);
        assertThat(missingFile.err())
                .contains("cannot be used")
                .contains("nothing.db")
                .contains("open");
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

    private Path keys(String line) throws IOException {
        return Files.writeString(folder.resolve("chain-keys"), "# of this test\n" + line + "\n");
    }

    private Cli replayed(Object... more) {
        url = TestDatabase.H2.newUrl();
        List<Object> command =
                new ArrayList<>(List.of("replay", "bookstore", folder.resolve("events.csv"), "--db", url));
        command.addAll(List.of(more));
        return Cli.run(command.toArray());
    }

    @Test
    void entries_with_a_key_are_verified_by_it_and_without_it_all_else_is() throws Exception {
        Path keys = keys("2026-11 " + SECRET);
        assertThat(replayed("--chain-keys", keys).exitCode()).isZero();

        Cli with = Cli.run("verify", "--db", url, "--chain-keys", keys);
        assertThat(with.exitCode()).isZero();
        assertThat(with.out()).contains("3 entries").contains("all is as it was written");

        Cli without = Cli.run("verify", "--db", url, "--json", "--threads", "1");
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.out())
                .contains("\"problems\": 1,")
                .contains(
                        "{\"kind\": \"key\", \"order\": null, \"problem\": \"3 entries cannot be checked: their hashes are"
                                + " made with the key 2026-11, which is not given; one of them is entry 1 of order A-1\"}");
    }

    @Test
    void entries_without_the_key_that_they_should_have_are_found() throws Exception {
        Cli verify = Cli.run("verify", "--db", url, "--chain-keys", keys("2026-11 " + SECRET));

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out())
                .contains("chain: order A-2: entry 1 was written without the chain key that entries had then\n");
        assertThat(Cli.run(
                                "verify",
                                "--db",
                                url,
                                "--chain-keys",
                                keys("2026-11 " + SECRET + " since 2026-06-01T00:00:00Z"))
                        .exitCode())
                .isZero();
    }

    @Test
    void a_replay_without_the_key_breaks_off_at_an_order_that_has_it() throws Exception {
        replayed("--chain-keys", keys("2026-11 " + SECRET));
        Path more = Files.writeString(folder.resolve("more.csv"), """
                order,event,at,actor,data.payment
                A-2,pay,2026-05-04T09:00:00Z,platform,
                """);

        Cli replay = Cli.run("replay", "bookstore", more, "--db", url);

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("order A-2 cannot move on here", "--chain-keys");
    }

    @Test
    void chain_keys_that_cannot_be_used_are_named_and_not_shown() throws Exception {
        Cli line = Cli.run("verify", "--db", url, "--chain-keys", keys("2026-11"));
        assertThat(line.exitCode()).isEqualTo(2);
        assertThat(line.err()).contains("chain-keys: line 2 of the chain keys: it must be ID SECRET");

        Cli swapped = Cli.run("verify", "--db", url, "--chain-keys", keys(SECRET + " 2026-11"));
        assertThat(swapped.exitCode()).isEqualTo(2);
        assertThat(swapped.err()).contains("line 2").doesNotContain(SECRET);

        Cli missing = Cli.run("verify", "--db", url, "--chain-keys", folder.resolve("nothing"));
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no such file");

        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Cli binary = Cli.run("verify", "--db", url, "--chain-keys", bytes);
        assertThat(binary.exitCode()).isEqualTo(2);
        assertThat(binary.err()).contains("it is no text in UTF-8");
    }

    @Test
    void chain_keys_can_stand_in_the_environment() throws Exception {
        url = "jdbc:h2:" + folder.resolve("orders");
        Path log = folder.resolve("events.csv");

        assertThat(process(Map.of("ORDERLY_CHAIN_KEYS", "2026-11 " + SECRET), "replay", "bookstore", log, "--db", url))
                .isZero();

        assertThat(process(Map.of(), "verify", "--db", url)).isEqualTo(1);
        assertThat(process(Map.of("ORDERLY_CHAIN_KEYS", "2026-11 " + SECRET), "verify", "--db", url))
                .isZero();
        assertThat(process(Map.of("ORDERLY_CHAIN_KEYS", "2026-11"), "verify", "--db", url))
                .isEqualTo(2);
    }

    /** The exit code of the program in a Java machine of its own. */
    private static int process(Map<String, String> environment, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.orderly.cli.Main"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
