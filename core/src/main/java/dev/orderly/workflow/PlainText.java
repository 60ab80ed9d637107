package dev.orderly.workflow;

import java.util.Optional;

/** The rule for texts that come from outside: what every database and every encoding can keep, up to a length. */
public final class PlainText {

    private PlainText() {}

    /**
     * What speaks against a text, as a phrase; empty if nothing does.
     *
     * @param maxLength how long it may be, in UTF-16 code units
     */
    public static Optional<String> problem(String text, int maxLength) {
        if (text.length() > maxLength) {
            return Optional.of("a text of " + text.length() + " characters is too long: the limit is " + maxLength);
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (unit == 0 || Character.isSurrogate(unit)) {
                return Optional.of(String.format(
                        "the character U+%04X at place %d is none that a text can have", (int) unit, i + 1));
            }
        }
        return Optional.empty();
    }
}
