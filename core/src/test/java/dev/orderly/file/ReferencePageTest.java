package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference of workflow files says what their JSON Schema says. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("..", "docs", "workflow-file.md");
    private static final Pattern TABLE = Pattern.compile("(?s)<!-- keys of ([^>]*) -->\n(.*?)<!-- end -->");

    private final KeyTables tables = new KeyTables(WorkflowSchema.text());

    @Test
    void the_tables_of_the_page_are_those_of_the_schema() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = TABLE.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<!-- keys of " + found.group(1) + " -->\n" + tables.table(found.group(1)) + "<!-- end -->"));

        if ("write".equals(System.getProperty("pages"))) {
            Files.writeString(PAGE, renewed);
            return;
        }
        assertThat(page)
                .as("make the tables again: mvn -pl bom,core test -Dtest=ReferencePageTest -Dpages=write")
                .isEqualTo(renewed);
    }

    @Test
    void whatever_has_keys_has_a_table() throws IOException {
        List<String> there = new ArrayList<>();
        for (MatchResult found : TABLE.matcher(Files.readString(PAGE)).results().toList()) {
            there.add(found.group(1));
        }

        assertThat(there).containsExactlyInAnyOrderElementsOf(tables.names());
    }

    @Test
    void a_table_names_what_is_required_the_default_and_an_example() {
        KeyTables small = new KeyTables("""
                { "required": ["a"], "properties": {
                    "a": { "description": "The first.", "$ref": "#/$defs/text" },
                    "b": { "description": "The second.", "default": ["x", "y"], "examples": [{ "k": "a: b" }] } },
                  "$defs": { "text": { "examples": ["20:00", "other"] } } }
                """);

        assertThat(small.names()).containsExactly(KeyTables.FILE);
        assertThat(small.table(KeyTables.FILE)).isEqualTo("""
                | key | what | default | such as |
                |---|---|---|---|
                | `a` | The first. Required. | | `"20:00"` |
                | `b` | The second. | `[x, y]` | `{ k: "a: b" }` |
                """);
    }
}
