package dev.orderly.workflow.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a workflow file.
 *
 * @param name what messages call it
 * @param text its content
 * @param path where it is; null for a preset or a text from elsewhere
 */
record Source(String name, String text, @Nullable Path path) {

    boolean isJson() {
        return text.stripLeading().startsWith("{");
    }

    /** Reads a file. */
    static Source of(Path path) throws IOException {
        return new Source(path.toString(), decode(Files.readAllBytes(path)), path);
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
            return Optional.of(new Source("preset:" + name, decode(in.readAllBytes()), null));
        } catch (IOException e) {
            throw new UncheckedIOException("the preset " + name + " cannot be read", e);
        }
    }

    /** What {@code extends} names: a file beside this one, or a preset. */
    Optional<Source> base(String reference) {
        boolean isFile = reference.contains("/") || reference.matches(".*\\.(ya?ml|json)");
        if (!isFile) {
            return preset(reference);
        }
        Path sibling = path == null ? Path.of(reference) : path.resolveSibling(reference);
        try {
            return Optional.of(of(sibling));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
