package dev.orderly.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A file of statements. Each ends with a semicolon that an empty line, or the end of the file, follows. */
final class Script {

    private static final Pattern END = Pattern.compile(";\\s*(\\n\\s*\\n|$)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\n");

    private Script() {}

    /** The statements of a file in the jar, by its path from this package. */
    static List<String> statements(String resource) {
        InputStream in = Script.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the jar of orderly-jdbc lacks " + resource);
        }
        return split(in);
    }

    /** The lines of a file in the jar that are not empty, by its path from this package. */
    static List<String> lines(String resource) {
        return statements(resource).stream().flatMap(String::lines).toList();
    }

    /** Reads and closes a file of statements in UTF-8. */
    static List<String> split(InputStream file) {
        try (file) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            return Arrays.stream(END.split(COMMENT.matcher(text).replaceAll("")))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of statements cannot be read", e);
        }
    }
}
