package dev.orderly.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a workflow file.
 *
 * @param name what messages call it
 * @param text its content
 * @param path the file's path; null for a preset or a text without a file
 */
record Source(String name, String text, @Nullable Path path) {

    /** The largest file, in bytes. */
    static final int MAX_SIZE = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    Source {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whether the text is JSON, by the file's name or, without a known ending, by its first character. */
    boolean isJson() {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isYaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
        return lower.endsWith(".json") || (!isYaml && text.stripLeading().startsWith("{"));
    }

    /**
     * Reads a file.
     *
     * @return the text; empty if the file is too large or no text, which the problems say
     * @throws IOException if it cannot be read
     */
    static Optional<Source> of(Path path, FileProblems problems) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_SIZE + 1);
        }
        return decode(path.toString(), bytes, problems).map(text -> new Source(path.toString(), text, path));
    }

    /** Reads a preset. */
    static Optional<Source> preset(String name) {
        if (!Presets.names().contains(name)) {
            return Optional.empty();
        }
        String resource = "/dev/orderly/preset/" + name + ".yaml";
        try (InputStream in = Source.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Source("preset:" + name, text, null));
        } catch (IOException e) {
            throw new UncheckedIOException("the preset " + name + " cannot be read", e);
        }
    }

    /** Whether a reference of {@code extends} names a file, and not a preset. */
    static boolean isFile(String reference) {
        return reference.contains("/") || reference.matches(".*\\.(ya?ml|json)");
    }

    /**
     * What {@code extends} names: a file beside this one, or a preset.
     *
     * @return empty if its text cannot be used, which the problems say
     * @throws IOException if there is no such file or preset
     */
    Optional<Source> base(String reference, FileProblems problems) throws IOException {
        if (!isFile(reference)) {
            return Optional.of(preset(reference).orElseThrow(() -> new IOException("no such preset")));
        }
        try {
            Path sibling = path == null ? Path.of(reference) : path.resolveSibling(reference);
            return of(sibling.normalize(), problems);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> decode(String name, byte[] bytes, FileProblems problems) {
        if (bytes.length > MAX_SIZE) {
            problems.error(
                    new SourceLocation(name, 1, 1),
                    "unsupported",
                    "the file is larger than 1 MiB: a workflow file is never that large");
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            problems.error(
                    SourceLocation.after(name, decoded),
                    "syntax",
                    "from here on, the file is no UTF-8 text: save it as UTF-8");
            return Optional.empty();
        }
        return Optional.of(decoded);
    }
}
