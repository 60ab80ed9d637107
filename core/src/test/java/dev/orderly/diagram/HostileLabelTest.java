package dev.orderly.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a label, a reader of the format finds the same statuses and transitions, and the label as it was. */
class HostileLabelTest {

    private static final int COUNT = Samples.HOSTILE.size();

    private static final Pattern STATE = Pattern.compile("state \"([^\"]*)\" as s_n\\d+( <<\\w+>>)?");
    private static final Pattern ARROW = Pattern.compile("(?:s_n\\d+|\\[\\*]) --> s_n\\d+ : (.*)");
    private static final Pattern MOVE = Pattern.compile("s_n\\d+ : (.*)");
    private static final Pattern DOT_STRING = Pattern.compile("label=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @ParameterizedTest
    @EnumSource
    void each_line_stays_one_line_without_control_characters(DiagramFormat format) {
        String text = format.write(Samples.hostile(), "en");

        assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cs}\u202e]");
    }

    @Test
    void in_mermaid_all_signs_that_could_mean_something_are_character_codes() {
        List<String> labels = labels(DiagramFormat.MERMAID, "<br/>");

        assertThat(labels)
                .hasSizeGreaterThan(3 * COUNT)
                .allSatisfy(label -> assertThat(label.replaceAll("#\\d+;", ""))
                        .doesNotContainPattern("[^\\p{L}\\p{M}\\p{N} .,()\\[\\]-]"));
        assertThat(labels.stream().map(label -> decode(label, "#(\\d+);", 10).replace("\u200b", "")))
                .contains("quote \" 'single' `tick` (n0)", "\u2217em\u2217 _em_ #35; #quot; <<fork>> %%{init}%% (n5)");
    }

    @Test
    void in_plantuml_all_signs_that_could_mean_something_are_character_codes() {
        List<String> labels = labels(DiagramFormat.PLANTUML, "\\n");

        assertThat(labels)
                .hasSizeGreaterThan(3 * COUNT)
                .allSatisfy(label -> assertThat(label.replaceAll("<U\\+\\w+>", ""))
                        .doesNotContainPattern("[^\\p{L}\\p{M}\\p{N} .,()\\[\\]-]"));
        assertThat(labels.stream().map(label -> decode(label, "<U\\+(\\w+)>", 16)))
                .contains(
                        "%getenv(\"HOME\") $x !include /etc/passwd (n2)",
                        "go if f is %getenv(\"HOME\") $x !include /etc/passwd", "back\\slash \\n \\N \\G end\\ (n4)");
    }

    @Test
    void in_graphviz_a_quoted_string_ends_where_the_label_does() {
        String text = DiagramFormat.DOT.write(Samples.hostile(), "en");
        List<String> labels =
                DOT_STRING.matcher(text).results().map(m -> m.group(1)).toList();

        // a title, the start, statuses and edges
        assertThat(labels).hasSize(2 * COUNT + 3);
        assertThat(labels)
                .anySatisfy(label -> assertThat(label).startsWith("back\\\\slash \\\\n \\\\N \\\\G end\\\\\\n"));
        assertThat(labels).anySatisfy(label -> assertThat(label).contains("&amp;amp; &amp;lt;"));
        assertThat(text.replaceAll(DOT_STRING.pattern(), "").chars().filter(c -> c == '{'))
                .hasSize(1);
    }

    /** All labels, their lines joined by spaces; fails where a line of the text is no status, move or edge. */
    private static List<String> labels(DiagramFormat format, String lineBreak) {
        return format.write(Samples.hostile(), "en")
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("s_n"))
                .map(line -> label(line).replace(lineBreak, " "))
                .toList();
    }

    private static String label(String line) {
        Matcher state = STATE.matcher(line);
        Matcher move = MOVE.matcher(line);
        Matcher arrow = ARROW.matcher(line);
        assertThat(state.matches() || move.matches() || arrow.matches())
                .as(line)
                .isTrue();
        return state.matches() ? state.group(1) : move.matches() ? move.group(1) : arrow.group(1);
    }

    private static String decode(String label, String code, int radix) {
        return Pattern.compile(code)
                .matcher(label)
                .replaceAll(m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), radix))));
    }
}
