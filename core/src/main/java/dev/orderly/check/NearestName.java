package dev.orderly.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody probably meant by an unknown one. */
final class NearestName {

    /** Beyond this many slips a suggestion confuses more than it helps. */
    private static final int MOST_SLIPS = 3;

    private NearestName() {}

    /** The closest known name, the first of several; null if none is close. Letter case does not count as a slip. */
    static @Nullable String to(String name, Iterable<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = Math.min(MOST_SLIPS, name.length() / 3) + 1;
        for (String candidate : known) {
            int slips = slips(wanted, candidate.toLowerCase(Locale.ROOT));
            if (slips < least) {
                least = slips;
                nearest = candidate;
            }
        }
        return nearest;
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
}
