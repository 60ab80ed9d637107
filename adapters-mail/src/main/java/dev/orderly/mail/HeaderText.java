package dev.orderly.mail;

import java.util.regex.Pattern;

/** Text that goes into a header of a mail, where a line break would begin another header (RFC 5322, 2.2). */
final class HeaderText {

    /** Control characters, line and paragraph separators, and signs that turn the reading direction of what follows. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    /** Longer than any sensible subject or name, and short enough to read. */
    private static final int MAX_LENGTH = 250;

    private HeaderText() {}

    /** The text on one line, with spaces in place of whatever could do harm, cut off where it gets absurdly long. */
    static String of(String text) {
        String line = SPACES.matcher(
                        HARMFUL.matcher(replaceLoneSurrogates(text)).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= MAX_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)).strip() + "…";
    }

    /** Half a character cannot be written in UTF-8. */
    private static String replaceLoneSurrogates(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            whole.appendCodePoint(half ? ' ' : c);
        });
        return whole.toString();
    }
}
