package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show compiles, and what is a whole program runs and prints what they say. */
class PageSnippetsTest {

    /** Pages of pieces of code, which compile in what {@link PageFragments} adds. */
    private static final List<String> FRAGMENTS = List.of("adapters-mail/README.md", "adapters-webhook/README.md");

    /** The page on whole shops, whose files lie beside it. */
    private static final String SHOPS = "docs/shops/README.md";

    private static final Pattern EXCERPT = Pattern.compile("(?ms)^```yaml\\R(.*?)^```");

    /** Pages whose snippets are not checked here, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "testkit/README.md", "its snippets are test classes, which the test kit's own ReadmeTest runs",
            "adapters-statemachine/README.md", "needs Spring; ReadmeExampleTest and ComeOverTest of that module run it",
            "spring-boot-starter/README.md", "needs Spring Boot; StarterPageTest finds it in programs that run",
            "docs/first-steps.md", "whole projects; a script follows them in empty folders, FirstStepsPageTest here");

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    private static List<Snippet> snippets(String page) throws IOException {
        return MarkdownPage.snippets(page, Files.readString(Path.of("..", page)));
    }

    @Test
    void every_page_with_java_is_checked_or_says_who_does() throws IOException {
        assertThat(Pages.withJava(Path.of("..")))
                .as("a new page with Java is run here like the guide, or named in ELSEWHERE with the reason")
                .containsAll(FRAGMENTS)
                .filteredOn(page -> !ELSEWHERE.containsKey(page) && !FRAGMENTS.contains(page))
                .containsExactly("README.md", "docs/guide.md", SHOPS);
    }

    @TestFactory
    Stream<DynamicTest> each_snippet_does_what_the_readme_says(@TempDir Path folder) throws IOException {
        return run("README.md", folder);
    }

    @TestFactory
    Stream<DynamicTest> each_snippet_does_what_the_guide_says(@TempDir Path folder) throws IOException {
        return run("docs/guide.md", folder);
    }

    @TestFactory
    Stream<DynamicTest> each_snippet_does_what_the_page_on_whole_shops_says(@TempDir Path folder) throws IOException {
        return run(SHOPS, folder);
    }

    @Test
    void what_the_page_on_whole_shops_shows_of_a_file_stands_in_it() throws IOException {
        String page = Files.readString(Path.of("..", SHOPS));
        String files = file("furniture") + file("marketplace");
        List<String> excerpts =
                EXCERPT.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(excerpts)
                .hasSizeGreaterThan(5)
                .allSatisfy(excerpt -> assertThat(files).contains(excerpt));
    }

    private static String file(String shop) throws IOException {
        return Files.readString(Path.of("..", "docs", "shops", shop + ".yaml"));
    }

    @TestFactory
    Stream<DynamicTest> each_piece_of_the_pages_on_mails_and_webhooks_compiles(@TempDir Path folder)
            throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : FRAGMENTS) {
            SnippetRunner runner = new SnippetRunner(page, folder);
            for (Snippet snippet : snippets(page)) {
                tests.add(DynamicTest.dynamicTest(
                        page + " line " + snippet.line(),
                        () -> assertThat(runner.compileProblem(snippet, PageFragments.surroundings(snippet))
                                        .orElse(""))
                                .isEmpty()));
            }
        }
        return tests.stream();
    }

    private Stream<DynamicTest> run(String page, Path folder) throws IOException {
        SnippetRunner runner = new SnippetRunner(
                page,
                folder,
                Map.of(
                        "\"localhost\", 2525",
                        "\"127.0.0.1\", " + mailServer.getSmtp().getPort(),
                        "\"docs/shops/",
                        "\"../docs/shops/"));
        return snippets(page).stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        page + " line " + snippet.line(),
                        () -> assertThat(runner.problem(snippet).orElse("")).isEmpty()));
    }
}
