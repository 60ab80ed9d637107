package dev.orderly.internal.conversation;

/**
 * A text as a reader sees it, with the index of each character in the original: invisible characters, such as
 * zero-width spaces, are left out, and look-alikes, such as full-width digits, are replaced by ASCII.
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

    /** The index in the original text of a character of the folded text. */
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
