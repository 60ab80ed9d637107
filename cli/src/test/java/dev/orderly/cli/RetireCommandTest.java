package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.jdbc.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetireCommandTest {

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void one_done_and_one_not() throws IOException {
        url = TestDatabase.H2.newUrl();
        Path log = Files.writeString(folder.resolve("events.csv"), """
                order,event,at,actor,data.payment,data.reason
                A-1,place,2024-05-04T08:00:00Z,customer,prepaid,
                A-1,cancel,2024-05-04T08:10:00Z,customer,,changed my mind
                A-2,place,2024-05-04T08:00:00Z,customer,prepaid,
                """);
        Cli.run("replay", "bookstore", log, "--db", url);
    }

    @Test
    void what_is_done_for_long_is_retired_and_later_purged_to_a_file() throws IOException {
        assertThat(Cli.run("retire", "--db", url, "--older-than", "P10Y").out())
                .isEqualTo("0 orders retired; 0 are old enough and wait for something, 0 cannot be moved\n");
        Cli retire = Cli.run("retire", "--db", url, "--older-than", "P1Y", "--progress", "--pause", "1");
        assertThat(retire.exitCode()).isZero();
        assertThat(retire.out())
                .isEqualTo("1 orders retired; 0 are old enough and wait for something, 0 cannot be moved\n");
        assertThat(retire.err()).contains("1 orders retired");
        assertThat(Cli.run("verify", "--db", url).out())
                .isEqualTo("2 orders with 3 entries and 0 attachments verified: all is as it was written\n");
        Path file = folder.resolve("purged.jsonl");
        Cli purge = Cli.run("purge", "--db", url, "--older-than", "P18M", "--to", file, "--limit", "5");
        assertThat(purge.exitCode()).isZero();
        assertThat(purge.out()).isEqualTo("1 orders purged\n");
        assertThat(Files.readString(file)).startsWith("{\"number\":\"A-1\"").contains("changed my mind");
    }

    @Test
    void what_is_known_of_a_customer_is_written_to_a_new_file() throws IOException {
        Path file = folder.resolve("anna.jsonl");
        Cli export = Cli.run("export", "--db", url, "--customer", "anna@example.org", "--to", file);
        assertThat(export.exitCode()).isZero();
        assertThat(export.out()).isEqualTo("0 orders written\n");
        assertThat(file).isEmptyFile();
        Cli again = Cli.run("export", "--db", url, "--customer", "anna@example.org", "--to", file);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("there is such a file already");
    }

    @Test
    void a_wrong_age_and_a_wrong_limit_are_refused() {
        Cli age = Cli.run("retire", "--db", url, "--older-than", "2 years");
        assertThat(age.exitCode()).isEqualTo(2);
        assertThat(age.err()).contains("write years, months and days, such as P2Y");
        Cli limit = Cli.run("retire", "--db", url, "--older-than", "P1Y", "--limit", "0");
        assertThat(limit.exitCode()).isEqualTo(2);
        assertThat(limit.err()).contains("the limit must be at least 1 order, but is 0");
    }
}
