package dev.orderly.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the project leads to what there is. */
class LinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leads_to_files_and_headings_that_there_are(Path page) throws IOException {
        assertThat(dead(page)).isEmpty();
    }

    @Test
    void a_dead_link_would_be_found() throws IOException {
        Path page = Files.createTempFile(ROOT.resolve("cli/target"), "page", ".md");
        Files.writeString(page, """
                # A *page*

                [itself](#a-page), [nobody](#nobody), [nothing](nothing.md), `[code](code.md)`, [away](https://example.com)
                """);

        assertThat(dead(page)).containsExactly("#nobody", "nothing.md");
        Files.delete(page);
    }

    private static List<String> dead(Path page) throws IOException {
        List<String> dead = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
        while (link.find()) {
            String target = link.group(1) == null ? link.group(2) : link.group(1);
            if (!target.matches("(?:https?|mailto):.*") && !leads(page, target)) {
                dead.add(target);
            }
        }
        return dead;
    }

    private static boolean leads(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (hash < 0 || !Files.isRegularFile(there)) {
            return hash < 0 && Files.exists(there);
        }
        return headings(there).contains(target.substring(hash + 1));
    }

    /** The anchors of a page, as the usual sites make them of its headings. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
