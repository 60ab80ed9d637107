package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of the first steps in plain Java compile, and those that come to an end print what the page says. That
 * the projects build outside of this one, and what the others serve, is for the script {@code .ci/first-steps}.
 */
class FirstStepsPageTest {

    private static final String PAGE = "docs/first-steps.md";
    private static final Pattern WORKFLOW = Pattern.compile("`shop\\.yaml`:\n\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("(?m)^```text\n((?s:.*?))^```");

    @TestFactory
    Stream<DynamicTest> each_program_in_plain_java_does_what_the_page_says(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("..", PAGE));
        SnippetRunner runner = new SnippetRunner(PAGE, folder, Map.of("shop.yaml", workflow(page, folder)));
        List<DynamicTest> tests = Stream.of(page.split("(?m)^## "))
                .flatMap(section -> MarkdownPage.snippets(PAGE, section).stream()
                        .filter(snippet -> !snippet.code().contains("springframework"))
                        .map(snippet -> test(runner, snippet, output(section))))
                .toList();

        assertThat(tests).hasSize(3);
        return tests.stream();
    }

    private static DynamicTest test(SnippetRunner runner, Snippet snippet, String output) {
        boolean serves = snippet.code().contains("OrderlyServer.start");
        Snippet program = new Snippet(snippet.line(), snippet.code(), Optional.of(output), Optional.empty());
        return DynamicTest.dynamicTest(
                snippet.code()
                        .lines()
                        .filter(line -> line.contains("class"))
                        .findFirst()
                        .orElseThrow(),
                () -> assertThat((serves ? runner.compileProblem(program) : runner.problem(program)).orElse(""))
                        .isEmpty());
    }

    private static String workflow(String page, Path folder) throws IOException {
        Matcher block = WORKFLOW.matcher(page);
        assertThat(block.find()).as("the page shows shop.yaml").isTrue();
        Path file = Files.writeString(folder.resolve("shop.yaml"), block.group(1));
        return file.toAbsolutePath().toString().replace("\\", "\\\\");
    }

    private static String output(String section) {
        return OUTPUT.matcher(section).results().findFirst().orElseThrow().group(1);
    }
}
