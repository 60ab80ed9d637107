package dev.orderly.internal.conversation;

/**
 * A text as a reader sees it, with the place of each character in what was written: without what shows nothing, such as
 * spaces of no width, and with ASCII for what only looks like it, such as digits of full width.
 */
final class FoldedText {

    private static final char FIRST_WIDE = '！';
    private static final char LAST_WIDE = '～';

    private final StringBuilder folded = new StringBuilder();
    private final int[] places;

    FoldedText(String written) {
        places = new int[written.length() + 1];
        for (int i = 0; i < written.length(); i++) {
            char unit = written.charAt(i);
            if (!isInvisible(unit)) {
                places[folded.length()] = i;
                folded.append(plain(unit));
            }
        }
        places[folded.length()] = written.length();
    }

    CharSequence text() {
        return folded;
    }

    /** Where a character stands in what was written. */
    int place(int index) {
        return places[index];
    }

    private static boolean isInvisible(char unit) {
        int type = Character.getType(unit);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static char plain(char unit) {
        if (unit >= FIRST_WIDE && unit <= LAST_WIDE) {
            return (char) (unit - FIRST_WIDE + '!');
        }
        if (Character.isDigit(unit)) {
            return Character.forDigit(Character.digit(unit, 10), 10);
        }
        return Character.isSpaceChar(unit) ? ' ' : unit;
    }
}
