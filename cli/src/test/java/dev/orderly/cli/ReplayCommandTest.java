package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String LOG = """
            order,event,at,actor,data.payment,data.tracking-number
            A,place,2026-05-04T08:00:00Z,customer,prepaid,
            B,place,2026-05-04T10:05:00+02:00,customer:ola,cash-on-delivery,
            A,pay,2026-05-04T08:10:00Z,platform,,
            B,pay,2026-05-04T08:11:00Z,platform,,
            C,pay,2026-05-04T08:12:00Z,platform,,
            A,release,2026-05-04T09:00:00Z,customer,,
            """;

    @TempDir
    Path folder;

    private Path log;
    private Path result;

    @BeforeEach
    void write_the_log() throws IOException {
        log = Files.writeString(folder.resolve("events.csv"), LOG);
        result = folder.resolve("result.csv");
    }

    @Test
    void the_figures_are_one_json_object() {
        Cli answer = Cli.run("replay", "bookstore", log, "--json");

        assertThat(answer).isEqualTo(new Cli(0, """
                {
                  "orders": 2,
                  "events": 6,
                  "accepted": 3,
                  "refused": {
                    "not-in-status": 1,
                    "role-not-allowed": 1,
                    "unknown-order": 1
                  },
                  "statuses": {
                    "in-progress": 2
                  }
                }
                """, ""));
    }

    @Test
    void people_get_the_labels_and_the_numbers_that_are_no_order() {
        Cli answer = Cli.run("replay", "bookstore", log);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).startsWith("""
                orders                                    2
                events                                    6
                accepted                                  3
                refused                                   3
                  not-in-status                           1
                  role-not-allowed                        1
                  unknown-order                           1

                orders by final status
                  in-progress                             2  W trakcie realizacji
                  (never placed)                          1  numbers that are no order

                """);
        assertThat(answer.out()).contains("events per second");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void the_result_has_one_row_per_event_in_the_order_of_the_log() throws IOException {
        Cli.run("replay", "bookstore", log, "--out", result);

        assertThat(Files.readString(result)).isEqualTo("""
                order,event,at,from,to,verdict,reason
                A,place,2026-05-04T08:00:00Z,,awaiting-payment,accepted,
                B,place,2026-05-04T10:05:00+02:00,,in-progress,accepted,
                A,pay,2026-05-04T08:10:00Z,awaiting-payment,in-progress,accepted,
                B,pay,2026-05-04T08:11:00Z,in-progress,in-progress,refused,not-in-status
                C,pay,2026-05-04T08:12:00Z,,,refused,unknown-order
                A,release,2026-05-04T09:00:00Z,in-progress,in-progress,refused,role-not-allowed
                """);
    }

    @Test
    void a_broken_row_ends_the_reading_and_what_was_before_it_stands() throws IOException {
        Files.writeString(log, LOG.replace("2026-05-04T08:11:00Z", "yesterday"));

        Cli answer = Cli.run("replay", "bookstore", log, "--out", result, "--json");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("\"events\": 3").contains("\"accepted\": 3");
        assertThat(answer.err())
                .isEqualToIgnoringNewLines(log + ":5: row 4: \"yesterday\" in \"at\" is no time with an offset: write"
                        + " 2026-05-31T10:15:30Z or 2026-05-31T12:15:30+02:00");
        assertThat(Files.readAllLines(result)).hasSize(4);
    }

    @Test
    void a_wrong_header_is_a_mistake_and_nothing_is_printed_or_written() throws IOException {
        Files.writeString(log, "order,event,at,actor,colour\n");

        Cli answer = Cli.run("replay", "bookstore", log, "--out", result, "--json");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .isEqualToIgnoringNewLines(log + ":1: unknown column \"colour\": a log has the columns order, event,"
                        + " at, actor, and data.FIELD for each field; lines and items may be there too");
        assertThat(result).doesNotExist();
    }

    @Test
    void a_log_that_is_not_there_or_is_a_folder_makes_the_exit_code_2() {
        assertThat(Cli.run("replay", "bookstore", "nowhere.csv"))
                .isEqualTo(
                        new Cli(2, "", "nowhere.csv cannot be read: there is no such file" + System.lineSeparator()));
        assertThat(Cli.run("replay", "bookstore", folder))
                .isEqualTo(new Cli(
                        2, "", folder + " cannot be read: it is a folder, not a file" + System.lineSeparator()));
    }

    @Test
    void the_result_cannot_take_the_place_of_the_log_nor_stand_in_a_folder_that_is_missing() throws IOException {
        Cli onto = Cli.run("replay", "bookstore", log, "--out", folder + "/../" + folder.getFileName() + "/events.csv");
        Cli into = Cli.run("replay", "bookstore", log, "--out", folder.resolve("no/result.csv"));

        assertThat(onto.exitCode()).isEqualTo(2);
        assertThat(onto.err()).contains("cannot be written: it is the log itself; name another file");
        assertThat(Files.readString(log)).isEqualTo(LOG);
        assertThat(into.exitCode()).isEqualTo(2);
        assertThat(into.err()).contains("cannot be written: there is no folder " + folder.resolve("no"));
    }

    @Test
    void a_workflow_with_conditions_in_code_cannot_be_replayed() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), """
                workflow: shop
                version: 1
                statuses:
                  done: { label: { en: Done }, done: true }
                transitions:
                  - { on: place, to: done, by: customer, guard: credit-limit }
                """);

        Cli answer = Cli.run("replay", file, log);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualToIgnoringNewLines("workflow shop asks conditions in code (credit-limit), which only a Java"
                        + " program can give: it cannot be replayed from here");
    }

    @Test
    void progress_is_shown_only_if_asked_for_where_there_is_no_terminal() {
        assertThat(Cli.run("replay", "bookstore", log, "--progress").exitCode()).isZero();
        assertThat(Cli.run("replay", "bookstore", log).err()).isEmpty();
    }
}
