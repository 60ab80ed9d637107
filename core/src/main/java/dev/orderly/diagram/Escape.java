package dev.orderly.diagram;

import java.util.function.IntFunction;

/**
 * Encodes all that could mean something to a diagram's format: what is known to be harmless is left, not vice versa.
 */
final class Escape {

    private static final String HARMLESS = " -.,()[]";

    private Escape() {}

    /**
     * Leaves letters, digits and a little punctuation, and encodes the rest. Punctuation that repeats is encoded as
     * well, since doubling a sign is how light markup gives it a meaning.
     */
    static String all(String text, IntFunction<String> code) {
        StringBuilder escaped = new StringBuilder();
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            escaped.append(isPlain(all, i) ? Character.toString(all[i]) : code.apply(all[i]));
        }
        return escaped.toString();
    }

    private static boolean isPlain(int[] text, int at) {
        int before = at == 0 ? ' ' : text[at - 1];
        int after = at == text.length - 1 ? ' ' : text[at + 1];
        // within a word, as in PARTLY_SHIPPED, an underscore emphasises nothing
        return text[at] == '_'
                ? isLetter(before) && isLetter(after)
                : isLetter(text[at]) || (HARMLESS.indexOf(text[at]) >= 0 && text[at] != before);
    }

    private static boolean isLetter(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
