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

    static List<String> statements(String resource) {
        try (InputStream in = Script.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar of orderly-jdbc lacks " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            return Arrays.stream(END.split(COMMENT.matcher(text).replaceAll("")))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
