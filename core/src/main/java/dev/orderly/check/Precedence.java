package dev.orderly.check;

import java.util.HashSet;
import java.util.Set;

/**
 * The precedence of an earlier alternative over a later one. It exists if the earlier one comes first in the file, and
 * only data, units and roles decide about it, or what the later one demands as well.
 */
final class Precedence {

    final Move earlier;
    private final Move later;

    Precedence(Move earlier, Move later) {
        this.earlier = earlier;
        this.later = later;
    }

    /**
     * Whether a request that suits the later alternative can always suit the earlier one, as far as fields without
     * conditions go: it has all data that the earlier one needs, and none that it does not take.
     */
    static boolean isPossible(Move earlier, Move later, Domains domains) {
        if (!earlier.isRivalOf(later) || !earlier.isDecidedWith(later) || !later.isSound()) {
            return false;
        }
        Set<String> given = new HashSet<>(later.transition.needs());
        for (String need : earlier.transition.needs()) {
            if (domains.indexOf(need) < 0 && !given.contains(need)) {
                return false;
            }
        }
        given.addAll(later.transition.has());
        for (String had : earlier.transition.has()) {
            if (domains.indexOf(had) < 0 && !given.contains(had)) {
                return false;
            }
        }
        Set<String> surplus = later.carried();
        surplus.removeAll(earlier.carried());
        for (String field : surplus) {
            if (domains.indexOf(field) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the earlier one takes every request for the later one that has this effect. */
    boolean isTakenByEarlier(int[] before, int[] after, int occupied, int emptied) {
        if (!earlier.items.takes(later.items, occupied, emptied)) {
            return false;
        }
        long present = 0;
        long changed = 0;
        for (int i = 0; i < after.length; i++) {
            boolean isWritten = later.writes(i);
            int given = isWritten ? before[i] : after[i];
            long byEarlier = earlier.writes(i) ? earlier.writing(i, before[i]) : 1L << given;
            if ((earlier.meeting(i) & byEarlier) == 0) {
                return false;
            }
            present |= byEarlier == Domain.ABSENT ? 0 : 1L << i;
            changed |= given == before[i] ? 0 : 1L << i;
        }
        long tooMuch = later.settable(before) & ~earlier.settable(before) & present;
        long tooLittle = earlier.needs() & ~later.needs() & ~changed;
        long missing = earlier.has() & ~present;
        return tooMuch == 0 && tooLittle == 0 && missing == 0;
    }
}
