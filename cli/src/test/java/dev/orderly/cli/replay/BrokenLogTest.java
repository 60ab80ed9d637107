package dev.orderly.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a broken row; the good row before it must always stand. */
class BrokenLogTest {

    private static final String GOOD = "A,place,2026-01-01T10:00:00Z,customer\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-01",
                "2026-01-01T10:00:00",
                "2026-02-30T10:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T10:00:0xZ",
                "+12026-01-01T10:00:00Z",
                "1767261600"
            })
    void a_time_that_is_none(String at) throws Exception {
        assertThat(mistake("A,send," + at + ",staff\n"))
                .isEqualTo("\"" + at + "\" in \"at\" is no time with an offset: write 2026-05-31T10:15:30Z or"
                        + " 2026-05-31T12:15:30+02:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",send,2026-01-01T10:00:00Z,staff|order",
                "A,'  ',2026-01-01T10:00:00Z,staff|event",
                "A,send,,staff|at",
                "A,send,2026-01-01T10:00:00Z,|actor"
            })
    void a_cell_that_must_not_be_blank(String row, String column) throws Exception {
        assertThat(mistake(row.replace("'", "") + "\n"))
                .isEqualTo("the cell \"" + column
                        + "\" is blank: every row needs an order, an event, a time and an actor");
    }

    @Test
    void an_actor_that_begins_with_no_role() throws Exception {
        String hint = " in \"actor\" is no role: write a role such as staff, or role:id such as staff:anna";

        assertThat(mistake("A,send,2026-01-01T10:00:00Z,???\n")).isEqualTo("\"???\"" + hint);
        assertThat(mistake("A,send,2026-01-01T10:00:00Z,:anna\n")).isEqualTo("\":anna\"" + hint);
    }

    @Test
    void too_few_and_too_many_cells() throws Exception {
        String hint = " where the header has 4: write every cell, also the empty ones";

        assertThat(mistake("A\n")).isEqualTo("1 cell" + hint);
        assertThat(mistake("A,send,2026-01-01T10:00:00Z,staff,\n")).isEqualTo("5 cells" + hint);
        assertThat(mistake(",".repeat(100_000) + "\n")).isEqualTo("100001 cells" + hint);
    }

    @Test
    void a_quote_that_is_never_closed() throws Exception {
        assertThat(mistake("A,send,2026-01-01T10:00:00Z,\"staff\nA,send,2026-01-01T10:00:00Z,staff\n"))
                .isEqualTo("a quote is opened and never closed: close it, and double a quote inside a quoted cell");
    }

    @Test
    void a_quote_where_none_may_stand() throws Exception {
        assertThat(mistake("A,se\"nd,2026-01-01T10:00:00Z,staff\nA,send\",2026-01-01T10:00:00Z,staff\n"))
                .isEqualTo("a quote stands inside a cell that does not begin with one: put the whole cell in quotes"
                        + " and double the quote inside");
    }

    @Test
    void text_after_a_closing_quote() throws Exception {
        assertThat(mistake("A,\"send\"x,2026-01-01T10:00:00Z,staff\n"))
                .isEqualTo("Unexpected character after closing quote: 'x' (0x78): put a cell that holds commas, quotes"
                        + " or line breaks in quotes, and double a quote inside");
    }

    @Test
    void a_cell_without_end() throws Exception {
        assertThat(mistake("A,send,2026-01-01T10:00:00Z," + "x".repeat(3_000_000) + "\n"))
                .contains("buffer size of 1048576");
    }

    @Test
    void cells_that_are_too_long_together() throws Exception {
        String half = "x".repeat(600_000);

        assertThat(mistake("A," + half + ",2026-01-01T10:00:00Z," + half + "\n"))
                .isEqualTo("the cells have more than 1048576 characters together: is a quote missing that should end"
                        + " one?");
    }

    @Test
    void bytes_that_are_not_utf_8_and_the_row_before_them_in_the_same_block_stands() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((Logs.HEADER + GOOD + "A,send,2026-01-01T10:00:00Z,staff:").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.write("\n".getBytes(StandardCharsets.UTF_8));

        assertThat(mistake(bytes.toByteArray()))
                .isEqualTo("there are bytes that are not UTF-8: save the file as UTF-8");
    }

    @Test
    void a_file_that_ends_within_a_character() throws Exception {
        byte[] whole = (Logs.HEADER + GOOD + "A,send,2026-01-01T10:00:00Z,staff:ż").getBytes(StandardCharsets.UTF_8);

        assertThat(mistake(Arrays.copyOf(whole, whole.length - 1)))
                .isEqualTo("there are bytes that are not UTF-8: save the file as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order,event,at,actor,colour|unknown column \"colour\": a log has the columns order, event, at, actor,"
                        + " and data.FIELD for each field; lines and items may be there too",
                "order,event,at|the column \"actor\" is missing: a log has the columns order, event, at, actor, and"
                        + " data.FIELD for each field; lines and items may be there too",
                "order,event,at,actor,at|the column \"at\" is there twice: remove one",
                "order,event,at,actor,data.|unknown column \"data.\": a log has the columns order, event, at, actor,"
                        + " and data.FIELD for each field; lines and items may be there too",
                "order;event;at;actor|unknown column \"order;event;at;actor\": a log has the columns order, event, at,"
                        + " actor, and data.FIELD for each field; lines and items may be there too"
            })
    void a_header_that_does_not_name_the_columns(String header, String problem) throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), header + "\n" + GOOD);

        assertThatThrownBy(() -> Logs.run(log))
                .isInstanceOf(LogHeaderException.class)
                .hasMessage(log + ":1: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MUG|lines|\"MUG\" says not how many of what|a SKU",
                "2 MUG;|lines|\"\" says not how many of what|a SKU",
                "-1 MUG|lines|\"-1 MUG\" says not how many of what|a SKU",
                "0 MUG|lines|the quantity of MUG must be at least 1, but is 0|a SKU",
                "one 1|items|\"one 1\" says not how many of what|a line's id (1 for the first, where they have no other)"
            })
    void a_cell_that_says_not_how_many_of_what(String cell, String column, String problem, String what)
            throws IOException, LogHeaderException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                "order,event,at,actor," + column + "\nA,place,2026-01-01T10:00:00Z,customer," + cell + "\n");

        assertThat(Logs.run(log).mistake().orElseThrow().toString())
                .contains("the cell \"" + column + "\" is wrong: " + problem + "; write a number, a blank and " + what
                        + ", and a semicolon before the next");
    }

    @Test
    void a_file_without_a_header() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "");

        assertThatThrownBy(() -> Logs.run(log))
                .hasMessage(log + ":1: the file is empty: its first line names the columns order, event, at, actor");
    }

    private String mistake(String rows) throws Exception {
        return mistake((Logs.HEADER + GOOD + rows).getBytes(StandardCharsets.UTF_8));
    }

    private String mistake(byte[] bytes) throws Exception {
        Path log = Files.write(folder.resolve("log.csv"), bytes);
        Replay.Report report = Logs.run(log);
        assertThat(report.summary().accepted()).isEqualTo(1);
        Mistake mistake = report.mistake().orElseThrow();
        assertThat(mistake).hasToString(log + ":3: row 2: " + mistake.problem());
        return mistake.problem();
    }
}
