package dev.orderly.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The stylesheets of the pages: the library's own, and the shop's additions. */
final class Styles {

    private final String own = read("page/orderly.css");
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

    /** A text that comes with the library. */
    static String read(String name) {
        try (InputStream css = Styles.class.getResourceAsStream(name)) {
            if (css == null) {
                throw new IllegalStateException(name + " is missing in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
