package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and prints what it says. */
class ReadmeSnippetsTest {

    private static final String NAME = "README.md";

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    private static List<Snippet> snippets() throws IOException {
        return MarkdownPage.snippets(NAME, Files.readString(Path.of("..", NAME)));
    }

    @Test
    void the_readme_has_snippets() throws IOException {
        assertThat(snippets())
                .as("java blocks in README.md: without any, nothing shows a stranger how the library is used")
                .isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_snippet_does_what_the_readme_says(@TempDir Path folder) throws IOException {
        SnippetRunner runner = new SnippetRunner(
                NAME,
                folder,
                Map.of(
                        "\"localhost\", 2525",
                        "\"127.0.0.1\", " + mailServer.getSmtp().getPort()));
        return snippets().stream()
                .map(snippet -> DynamicTest.dynamicTest(NAME + " line " + snippet.line(), () -> {
                    assertThat(runner.problem(snippet).orElse("")).isEmpty();
                }));
    }
}
