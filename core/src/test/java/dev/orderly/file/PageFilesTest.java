package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page shows as a whole workflow file is one: to the schema, by which editors judge, and to the reader. */
class PageFilesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern WHOLE_FILE =
            Pattern.compile("(?ms)^ *```yaml\\R((?:# \\S+\\.ya?ml\\R)?workflow: .*?)^ *```");

    static Stream<Arguments> filesOfPages() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS)) {
            return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream()
                    .flatMap(page -> files(page).map(file -> Arguments.of(page.getFileName(), file)));
        }
    }

    private static Stream<String> files(Path page) {
        try {
            return WHOLE_FILE.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("filesOfPages")
    void the_schema_and_the_reader_find_no_mistake(Path page, String file) {
        assertThat(WorkflowSchema.complaints(file)).as(page + ": " + file).isEmpty();
        assertThat(WorkflowFiles.read("page.yaml", file).hasErrors())
                .as(page + ": " + WorkflowFiles.read("page.yaml", file).problems())
                .isFalse();
    }

    @Test
    void there_are_such_files_and_they_are_found() throws IOException {
        List<Object> pages =
                filesOfPages().map(arguments -> arguments.get()[0]).distinct().toList();

        assertThat(pages).map(Object::toString).contains("guide.md", "workflow-file.md", "first-steps.md");
    }
}
