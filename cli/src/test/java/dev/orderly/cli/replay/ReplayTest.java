package dev.orderly.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    @TempDir
    Path folder;

    @Test
    void rows_of_an_order_are_taken_by_time_though_the_file_has_them_in_another_order() throws Exception {
        Summary summary = replay("""
                A,deliver,2026-01-01T12:00:00Z,carrier
                A,place,2026-01-01T10:00:00Z,customer
                A,send,2026-01-01T12:30:00+01:00,staff
                """);

        assertThat(summary.accepted()).isEqualTo(3);
        assertThat(summary.statuses()).isEqualTo(Map.of("done", 1L));
    }

    @Test
    void rows_of_the_same_time_are_taken_as_the_file_has_them() throws Exception {
        String place = "A,place,2026-01-01T10:00:00Z,customer\n";
        String send = "A,send,2026-01-01T10:00:00Z,staff\n";

        assertThat(replay(place + send).refused()).isEmpty();
        assertThat(replay(send + place).refused()).isEqualTo(Map.of("unknown-order", 1L));
    }

    @Test
    void times_are_told_apart_to_the_nanosecond() throws Exception {
        Summary summary = replay("""
                A,send,2026-01-01T10:00:00.000000002Z,staff
                A,place,2026-01-01T10:00:00.000000001Z,customer
                """);

        assertThat(summary.accepted()).isEqualTo(2);
    }

    @Test
    void units_go_their_own_ways_where_a_log_names_them() throws Exception {
        Workflow units = WorkflowFiles.read("units.yaml", """
                        workflow: units
                        version: 1
                        items: { statuses: { ordered: , sent: { done: true } } }
                        statuses: { new: , done: { done: true } }
                        transitions:
                          - { on: place, to: new }
                          - { on: send, from: new, to: done, items: { from: ordered, to: sent }, when-items: { all: sent } }
                          - { on: send, from: new, stay: true, items: { from: ordered, to: sent } }
                        """).orThrow();
        Path log = Files.writeString(folder.resolve("log.csv"), """
                order,event,at,actor,lines,items
                A,place,2026-01-01T10:00:00Z,customer,2 MUG; 1 LID,
                A,send,2026-01-01T11:00:00Z,staff,,1 1
                A,send,2026-01-01T12:00:00Z,staff,,2 1
                A,send,2026-01-01T13:00:00Z,staff,,1 1;1 2
                B,place,2026-01-01T10:00:00Z,customer,,
                C,place,2026-01-01T10:00:00Z,customer,1 MUG,
                C,send,2026-01-01T10:00:00Z,staff,,
                D,place,2026-01-01T10:00:00Z,customer,2 MUG,
                D,send,2026-01-01T10:00:00Z,staff,,1 1
                """);

        for (long memory : List.of(Logs.PLENTY, Logs.SCARCE)) {
            Path temporary = Files.createDirectories(folder.resolve("temporary"));
            Summary summary = Replay.of(units, Progress.NONE)
                    .within(memory, temporary)
                    .run(log, null)
                    .summary();

            assertThat(summary.statuses()).isEqualTo(Map.of("done", 2L, "new", 1L));
            assertThat(summary.refused()).isEqualTo(Map.of("not-so-many", 1L, "data-invalid", 1L));
        }
    }

    @Test
    void orders_may_be_mixed() throws Exception {
        Summary summary = replay("""
                A,place,2026-01-01T10:00:00Z,customer
                B,place,2026-01-01T10:00:01Z,customer
                A,send,2026-01-01T10:00:02Z,staff
                B,send,2026-01-01T10:00:03Z,staff
                A,deliver,2026-01-01T10:00:04Z,carrier
                """);

        assertThat(summary.orders()).isEqualTo(2);
        assertThat(summary.statuses()).isEqualTo(Map.of("done", 1L, "sent", 1L));
    }

    @Test
    void orders_whose_numbers_have_the_same_hash_are_kept_apart() throws Exception {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

        Summary summary = replay("""
                Aa,place,2026-01-01T10:00:00Z,customer
                BB,place,2026-01-01T10:00:01Z,customer
                Aa,send,2026-01-01T10:00:02Z,staff
                BB,remark,2026-01-01T10:00:03Z,staff
                """);

        assertThat(summary.statuses()).isEqualTo(Map.of("new", 1L, "sent", 1L));
        assertThat(summary.refused()).isEqualTo(Map.of("data-missing", 1L));
    }

    @Test
    void what_the_workflow_does_not_know_is_refused_and_reading_goes_on() throws Exception {
        Summary summary = replayWith("order,event,at,actor,data.pieces,data.colour\n", """
                A,place,2026-01-01T10:00:00Z,customer,,
                A,place,2026-01-01T10:00:01Z,customer,,
                A,fly,2026-01-01T10:00:02Z,staff,,
                A,send,2026-01-01T10:00:03Z,pilot,,
                B,send,2026-01-01T10:00:04Z,staff,,
                C,place,2026-01-01T10:00:05Z,customer,many,
                D,place,2026-01-01T10:00:06Z,customer,,red
                A,deliver,2026-01-01T10:00:07Z,staff,,
                """);

        assertThat(summary.refused())
                .isEqualTo(Map.of(
                        "already-placed", 1L,
                        "unknown-event", 1L,
                        "role-not-allowed", 1L,
                        "unknown-order", 1L,
                        "data-invalid", 2L,
                        "not-in-status", 1L));
        assertThat(summary.orders()).isEqualTo(1);
        assertThat(summary.neverPlaced()).isEqualTo(3);
        assertThat(summary.events()).isEqualTo(8);
    }

    @Test
    void an_event_with_several_reasons_counts_once() throws Exception {
        Summary summary = replayWith(
                "order,event,at,actor,data.pieces,data.colour\n", "A,place,2026-01-01T10:00:00Z,customer,many,red\n");

        assertThat(summary.refused()).isEqualTo(Map.of("data-invalid", 1L));
        assertThat(Files.readAllLines(folder.resolve("result.csv")))
                .contains("A,place,2026-01-01T10:00:00Z,,,refused,data-invalid");
    }

    @Test
    void a_byte_order_mark_quotes_and_other_line_ends_are_understood() throws Exception {
        Summary summary = replayWith(
                "\uFEFFactor,at,\"order\",event,data.note\r\n",
                "customer,2026-01-01T10:00:00Z,\"Nr, \"\"1\"\"\",place,\"two\r\nlines, żółć\"\r\n"
                        + "\r\n"
                        + "staff:anna,2026-01-01T10:00:01Z,\"Nr, \"\"1\"\"\",send,\r\n");

        assertThat(summary.statuses()).isEqualTo(Map.of("sent", 1L));
        assertThat(Files.readAllLines(folder.resolve("result.csv")))
                .contains("\"Nr, \"\"1\"\"\",send,2026-01-01T10:00:01Z,new,sent,accepted,");
    }

    @Test
    void a_log_without_rows_is_no_mistake() throws Exception {
        assertThat(replay("")).isEqualTo(new Summary(0, 0, 0, new TreeMap<>(), new TreeMap<>(), 0));
    }

    @Test
    void with_too_little_memory_the_result_is_the_same() throws Exception {
        StringBuilder rows = new StringBuilder(Logs.HEADER);
        for (int i = 0; i < 300; i++) {
            int order = (i * 7919) % 60;
            String[] events = {"place,%s,customer", "send,%s,staff:ż", "deliver,%s,carrier"};
            String time = "2026-01-01T10:%02d:%02d+01:00".formatted(i * 31 % 60, i % 60);
            rows.append(order).append(',').append(events[i % 3].formatted(time)).append('\n');
        }

        String inMemory = Logs.result(folder, rows.toString(), Logs.PLENTY);
        String spilled = Logs.result(folder, rows.toString(), Logs.SCARCE);

        assertThat(spilled).isEqualTo(inMemory);
        assertThat(inMemory.lines()).hasSize(301);
    }

    @Test
    void no_temporary_file_is_left() throws Exception {
        Logs.result(folder, Logs.HEADER + "A,place,2026-01-01T10:00:00Z,customer\n".repeat(100), Logs.SCARCE);

        assertThat(temporaryFiles()).isEmpty();
        assertThat(folder.resolve("result.csv.part")).doesNotExist();
    }

    @Test
    void a_result_that_was_there_is_replaced() throws Exception {
        Files.writeString(folder.resolve("result.csv"), "old\n".repeat(100));

        assertThat(Logs.result(folder, Logs.HEADER, Logs.PLENTY)).isEqualTo("order,event,at,from,to,verdict,reason\n");
    }

    @Test
    void no_temporary_file_is_left_if_the_result_cannot_be_written() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"), Logs.HEADER + "A,place,2026-01-01T10:00:00Z,customer\n".repeat(100));
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Replay replay = Replay.of(Logs.SHOP, Progress.NONE).within(Logs.SCARCE, temporary);

        assertThatThrownBy(() -> replay.run(log, folder)).isInstanceOf(IOException.class);
        assertThat(temporaryFiles()).isEmpty();
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("temporary"))) {
            return files.toList();
        }
    }

    private Summary replay(String rows) throws IOException, LogHeaderException {
        return replayWith(Logs.HEADER, rows);
    }

    private Summary replayWith(String header, String rows) throws IOException, LogHeaderException {
        Path log = Files.writeString(folder.resolve("log.csv"), header + rows);
        Replay.Report report = Replay.of(Logs.SHOP, Progress.NONE).run(log, folder.resolve("result.csv"));
        assertThat(report.mistake()).isEmpty();
        return report.summary();
    }
}
