package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Java on the starter's page is a part of programs that other tests run. */
class StarterPageTest {

    private static final String PAGE = "spring-boot-starter/README.md";

    /** What the starter's own tests start, and the shop that the build runs with its story. */
    private static final List<Path> PROGRAMS = List.of(
            Path.of("../spring-boot-starter/src/test/java/dev/orderly/spring/page"),
            Path.of("../examples/spring-boot-shop/src"));

    @TestFactory
    Stream<DynamicTest> each_snippet_is_a_part_of_a_program_that_runs() throws IOException {
        String programs = dense(PROGRAMS.stream().map(StarterPageTest::java).collect(Collectors.joining()));
        List<Snippet> snippets = MarkdownPage.snippets(PAGE, Files.readString(Path.of("..", PAGE)));

        assertThat(snippets).hasSize(5);
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        PAGE + " line " + snippet.line(),
                        () -> assertThat(programs).contains(dense(snippet.code()))));
    }

    /** Code without white space, for the formatter and the page break lines in their own ways. */
    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String java(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(StarterPageTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot look for programs in " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
