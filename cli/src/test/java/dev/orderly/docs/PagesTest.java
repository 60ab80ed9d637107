package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    private Path folder;

    private void page(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void pages_that_show_java_are_found_and_others_and_what_a_build_made_are_not() throws IOException {
        String java = "```java\nint a = 1;\n```\n";
        page("docs/guide.md", java);
        page("README.md", java);
        page("CHANGELOG.md", "```yaml\na: 1\n```\n");
        page("module/target/README.md", java);
        page(".hidden/README.md", java);
        page("Code.java", java);

        assertThat(Pages.withJava(folder)).containsExactly("README.md", "docs/guide.md");
    }
}
