package dev.orderly.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The stylesheets of the pages: the library's own, and what the shop puts over it. */
final class Styles {

    private final String own = read();
    private final String theme;

    Styles(String theme) {
        this.theme = theme;
    }

    String own() {
        return own;
    }

    String theme() {
        return theme;
    }

    private static String read() {
        try (InputStream css = Styles.class.getResourceAsStream("page/orderly.css")) {
            if (css == null) {
                throw new IllegalStateException("page/orderly.css is missing in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page/orderly.css cannot be read", e);
        }
    }
}
