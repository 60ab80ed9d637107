package dev.orderly.workflow;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for names of workflows, statuses, events, fields, roles and guards: letters and digits of any script, with
 * dots, hyphens, underscores and single spaces between them, at most 64 characters. Names are compared exactly, letter
 * case included.
 */
public final class Name {

    /** The longest name, in UTF-16 code units. */
    public static final int MAX_LENGTH = 64;

    /** Beyond this many slips a suggestion confuses more than it helps. */
    private static final int MOST_SLIPS = 3;

    private Name() {}

    /** Whether a text can be a name. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH
                && (isPlain(text) || Rule.PATTERN.matcher(text).matches());
    }

    /** Whether a text is a name in ASCII: nearly all are, and are known as such at a tenth of the pattern's cost. */
    private static boolean isPlain(String text) {
        boolean afterWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!word && !(afterWord && (c == ' ' || c == '.' || c == '-'))) {
                return false;
            }
            afterWord = word;
        }
        return afterWord;
    }

    /** Compiled when the first name comes that needs it. */
    private static final class Rule {

        private static final Pattern PATTERN =
                Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+(?:[ .-][\\p{L}\\p{M}\\p{N}_]+)*");
    }

    /** The name of an enum constant: {@code AWAITING_PAYMENT} is {@code awaiting-payment}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The known word that was probably meant by another one: the closest, the first of several. Up to a third of
     * the letters may be wrong, three at most; swapped neighbours are one slip, and letter case is none.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.min(MOST_SLIPS, word.length() / 3) + 1;
        for (String candidate : known) {
            boolean isFar = Math.abs(candidate.length() - word.length()) >= least;
            int slips = isFar ? least : slips(wanted, candidate.toLowerCase(Locale.ROOT));
            if (slips < least) {
                least = slips;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The edit distance in which two swapped neighbours are one slip, as they are when typing. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    static String require(String what, String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException(what + " \"" + name + "\" is no valid name: use letters, digits, "
                    + "and single '-', '_', '.' or spaces between them, at most " + MAX_LENGTH + " characters");
        }
        return name;
    }
}
