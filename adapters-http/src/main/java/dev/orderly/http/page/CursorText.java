package dev.orderly.http.page;

import dev.orderly.store.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Internal: a position in a list of orders as a text that fits into a form. */
public final class CursorText {

    private static final char BETWEEN = ' ';

    private CursorText() {}

    /** The word for a place. */
    public static String write(Position position) {
        String text = position.time().toString() + BETWEEN + position.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a word is for; empty if it is none. */
    public static Optional<Position> read(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            int end = text.indexOf(BETWEEN);
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Position(Instant.parse(text.substring(0, end)), text.substring(end + 1)));
        } catch (IllegalArgumentException | DateTimeException e) { // no Base64, or no time
            return Optional.empty();
        }
    }
}
