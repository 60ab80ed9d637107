package dev.orderly.file;

import static dev.orderly.file.Reading.SHOP;
import static dev.orderly.file.Reading.lines;
import static dev.orderly.file.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxMistakesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            workflow: a\\n\\tversion: 1            | 2:1  | a tab cannot indent in YAML: use spaces
            workflow: @a                         | 1:11 | no value can begin with "@": put it in quotes
            workflow: a: b                       | 1:12 | this ":" is out of place: check the indentation, or put a value that holds one in quotes
            workflow: a\\n  version: 1            | 2:10 | this ":" is out of place: check the indentation, or put a value that holds one in quotes
            workflow: - a                        | 1:11 | this "-" is out of place: a list begins in the line after its key
            workflow: a\\nversion 1\\nfields: {}   | 2:1  | a key needs a ":" and a space after it: this line has none
            workflow: "a\\nversion: 1\\n           | 1:11 | the quotes that open here are never closed
            workflow: 'a\\nversion: 1\\n           | 1:11 | the quotes that open here are never closed
            workflow: "\\q"                       | 1:13 | "\\q" means nothing in double quotes: write "\\\\" for a backslash
            roles: [a, b\\nversion: 1             | 2:8  | a "," or "]" is missing before this: the "[" of line 1 is still open
            fields: { a: b\\nversion: 1\\n         | 2:8  | a "," or "}" is missing before this: the "{" of line 1 is still open
            statuses:\\n   new: {}\\n  done: {}    | 3:3  | the indentation does not fit: the entries of a map or list begin in the same column
            workflow: a\\n}                       | 2:1  | this "}" is out of place: remove it, or put a value that begins with it in quotes
            workflow: a\\n? [x, y]\\n: 1           | 2:4  | a key must be a plain text: a list, a map or an alias cannot be one
            """)
    void a_mistake_in_yaml_is_explained_where_it_is(String text, String place, String message) {
        String yaml = text.replace("\\n", "\n").replace("\\t", "\t");
        assertThat(problems("shop.yaml", yaml))
                .contains("shop.yaml:" + place + ": error: syntax: " + message)
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            { "workflow": "a", }                 | 1:20 | expected a key in double quotes, but found '}'
            { 'workflow': 'a' }                  | 1:3  | expected a key in double quotes, but found '''
            { "workflow": "a" "version": 1 }     | 1:19 | expected a comma, but found '"'
            { "workflow" "a" }                   | 1:14 | expected a colon, but found '"'
            { "roles": [a] }                     | 1:13 | "a" is no value: put a text in double quotes
            { "roles": [,] }                     | 1:13 | expected a value, but found ','
            { "workflow": "a", // mine\\n }       | 1:20 | JSON has no comments: remove it, or write the file as YAML
            { "workflow": "a",\\n "version":      | 2:12 | the file ends too early: a '{', a '[' or a '"' is still open
            { "workflow": "a\\n" }                | 1:17 | a text cannot hold a line break or a tab as it is: write \\n or \\t
            { "version": 01 }                    | 1:15 | this is no valid JSON: Invalid numeric value: Leading zeroes not allowed
            """)
    void a_mistake_in_json_is_explained_where_it_is(String text, String place, String message) {
        assertThat(problems("shop.json", text.replace("\\n", "\n")))
                .containsExactly("shop.json:" + place + ": error: syntax: " + message);
    }

    @Test
    void a_text_is_taken_for_json_by_its_name_or_by_its_first_brace() {
        assertThat(problems("a text", "{ 'x' }").get(0)).contains("in double quotes");
        assertThat(problems("it.json", "x").get(0)).contains("put a text in double quotes");
        assertThat(problems("it.yaml", "{ workflow: a }").get(0)).contains("missing-key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            '   '
            '# only a comment'
            '---'
            """)
    void an_empty_file_is_reported_with_how_to_begin(String text) {
        assertThat(problems("shop.yaml", text))
                .containsExactly("shop.yaml:1:1: error: syntax: the file is empty: begin it with \"workflow: NAME\"");
    }

    @ParameterizedTest
    @CsvSource({"[a], a list", "hello, \"hello\""})
    void a_file_that_is_no_map_is_reported_as_that_alone(String text, String kind) {
        assertThat(problems("shop.yaml", text))
                .containsExactly("shop.yaml:1:1: error: wrong-type: "
                        + "the workflow must be a map of keys and values, but is " + kind);
    }

    @Test
    void a_control_character_is_reported_where_it_stands() {
        assertThat(problems("shop.yaml", "workflow: a\nversion: \u0001"))
                .containsExactly("shop.yaml:2:10: error: syntax: "
                        + "the control character U+0001 cannot stand in a file: remove it");
    }

    @Test
    void a_file_that_is_no_utf8_is_reported_where_it_ceases_to_be(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shop.yaml");
        Files.write(file, "workflow: a\nversion: Śrem".getBytes("ISO-8859-2"));
        assertThat(lines(WorkflowFiles.read(file)))
                .containsExactly(
                        file + ":2:10: error: syntax: " + "from here on, the file is no UTF-8 text: save it as UTF-8");
    }

    @Test
    void a_byte_order_mark_is_skipped(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), "\uFEFF" + SHOP);
        assertThat(lines(WorkflowFiles.read(file))).isEmpty();
        assertThat(problems("shop.json", "\uFEFF{}")).noneMatch(problem -> problem.contains("syntax"));
    }

    @Test
    void a_file_that_cannot_be_read_is_named(@TempDir Path folder) {
        Path file = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> WorkflowFiles.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the workflow file " + file + " cannot be read");
    }

    @Test
    void loading_a_file_with_errors_reports_all_of_them(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("shop.yaml"), SHOP.replace("version: 1", "version: 0\nauthor: me"));
        assertThatThrownBy(() -> WorkflowFiles.load(file))
                .isInstanceOf(WorkflowFileException.class)
                .hasMessageContaining("shop.yaml:2:10: error: invalid-value")
                .hasMessageContaining("shop.yaml:3:1: error: unknown-key");
    }

    @Test
    void aliases_are_refused_and_nothing_follows_from_them() {
        assertThat(problems("shop.yaml", SHOP.replace("from: sent", "from: *where")))
                .containsExactly("shop.yaml:14:26: error: unsupported: "
                        + "aliases (*name) are not supported: write the value out");
    }

    @Test
    void anchors_are_refused() {
        assertThat(problems("shop.yaml", SHOP.replace("done: { done", "done: &end { done")))
                .containsExactly("shop.yaml:9:9: error: unsupported: anchors (&name) are not supported: remove it");
    }

    @Test
    void tags_are_refused_and_make_nothing() {
        assertThat(problems(
                        "shop.yaml",
                        "workflow: !!javax.script.ScriptEngineManager "
                                + "[!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]\n"))
                .contains("shop.yaml:1:11: error: unsupported: tags (!name) are not supported: remove it")
                .anyMatch(problem -> problem.contains("wrong-type: \"workflow\" of the workflow must be a text"));
    }

    @Test
    void merge_keys_are_refused() {
        assertThat(problems("shop.yaml", SHOP.replace("done: { done", "done: { <<: { note: x }, done")))
                .containsExactly("shop.yaml:9:11: error: unsupported: "
                        + "merge keys (<<) are not supported: write the entries out");
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(problems("shop.yaml", SHOP + "---\nworkflow: other\n"))
                .containsExactly("shop.yaml:18:1: error: unsupported: "
                        + "a file holds one workflow: put the one that begins here in its own");
        assertThat(problems("shop.json", "{}\n{}"))
                .contains("shop.json:2:1: error: unsupported: "
                        + "a file holds one workflow: put the one that begins here in its own");
    }

    @Test
    void aliases_of_aliases_are_not_expanded() {
        StringBuilder laughs = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            laughs.append(c).append(": &").append(c).append(" [");
            laughs.append(("*" + (char) (c - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(problems("shop.yaml", laughs.toString()))
                .hasSizeLessThan(500)
                .anyMatch(problem -> problem.contains("aliases (*name) are not supported"));
    }

    @Test
    void a_file_made_of_mistakes_is_reported_up_to_a_bound() {
        assertThat(problems("shop.yaml", "roles: [" + "*a, ".repeat(50_000) + "x]"))
                .hasSize(1_001)
                .last()
                .asString()
                .endsWith("error: unsupported: there are more than 1000 problems: mend these first");
    }

    /** A character beyond the basic plane is two in Java, and may fall between two pieces that the parser reads. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_text_may_hold_any_character_at_any_place(int shift) {
        String label = "\uD83D\uDCDA".repeat(3_000);
        String yaml = SHOP.replace("en: Sent", "en: " + label);
        String begin = "#" + "x".repeat(shift) + "\n";
        assertThat(problems("shop.yaml", begin + yaml)).isEmpty();
        assertThat(problems("shop.yaml", begin + yaml + "# \uD83D\uDCDA")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_023, 1_024, 1_025, 2_048, 2_049})
    void half_a_character_is_reported_where_it_stands(int index) {
        String text = "workflow: \uD83D\uDCDA" + "x".repeat(index - 12) + "\uD83D";
        String problem = "shop.yaml:1:" + (index + 1)
                + ": error: syntax: the half character U+D83D cannot stand in a file: remove it";
        assertThat(problems("shop.yaml", text)).containsExactly(problem);
        assertThat(problems("shop.yaml", text + "\nversion: 1\n")).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"shop.yaml, 1:41", "shop.json, 1:41"})
    void a_file_that_is_nested_too_deeply_is_refused(String name, String place) {
        assertThat(problems(name, "{\"roles\":" + "[".repeat(100_000)))
                .containsExactly(name + ":" + place + ": error: unsupported: "
                        + "the file is nested more than 32 levels deep: a workflow file never is");
    }

    @Test
    void a_file_that_is_too_large_is_refused_unread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shop.yaml");
        Files.write(file, " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(lines(WorkflowFiles.read(file)))
                .containsExactly(file + ":1:1: error: unsupported: "
                        + "the file is larger than 1 MiB: a workflow file is never that large");
        assertThat(problems("a text", " ".repeat(2_000_000)))
                .containsExactly("a text:1:1: error: unsupported: "
                        + "the text is longer than 1 MiB: a workflow file is never that large");
    }

    @Provide
    Arbitrary<String> mutilations() {
        return Arbitraries.integers()
                .between(0, SHOP.length() - 1)
                .flatMap(from -> Arbitraries.integers()
                        .between(from, Math.min(SHOP.length(), from + 12))
                        .flatMap(to -> Arbitraries.strings()
                                .withChars("{}[]:-,#&*!|>'\"%@`?~ \n\tax1\\\u0000\u0085\ufeff\ud83d")
                                .ofMaxLength(6)
                                .map(scrap -> SHOP.substring(0, from) + scrap + SHOP.substring(to))));
    }

    @Property(tries = 2_000)
    void whatever_becomes_of_a_file_reading_it_throws_nothing(@ForAll("mutilations") String text) {
        WorkflowReading reading = WorkflowFiles.read("shop.yaml", text);
        assertThat(reading.workflow().isPresent()).isNotEqualTo(reading.hasErrors());
    }

    @Property(tries = 500)
    void whatever_becomes_of_a_json_file_reading_it_throws_nothing(@ForAll("mutilations") String text) {
        WorkflowReading reading = WorkflowFiles.read("shop.json", "{" + text);
        assertThat(reading.workflow()).isEmpty();
    }
}
