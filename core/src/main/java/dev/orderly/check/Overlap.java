package dev.orderly.check;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Two alternatives that may fit one order, and the evidence for it. */
final class Overlap {

    final Move earlier;
    final Move later;

    private final Domains domains;
    private final boolean sharesData;
    private int position = -1;
    private int @Nullable [] example;
    private boolean earlierAlone;
    private boolean laterAlone;

    Overlap(Move earlier, Move later, Domains domains) {
        this.earlier = earlier;
        this.later = later;
        this.domains = domains;
        this.sharesData = takes(earlier, later) && takes(later, earlier);
    }

    /** Whether one move takes what the other needs, as far as fields without conditions go. */
    private boolean takes(Move one, Move other) {
        for (String need : other.transition.needs()) {
            if (domains.indexOf(need) < 0 && !one.carried().contains(need)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at one more state for evidence that both fit, and that either fits where the other does not. */
    void consider(int where, int[] values) {
        if (!earlier.leaves(where) || !later.leaves(where)) {
            return;
        }
        long[] one = earlier.outcome(values);
        long[] other = later.outcome(values);
        earlierAlone |= one != null && exceeds(one, later);
        laterAlone |= other != null && exceeds(other, earlier);
        if (one != null && other != null && example == null && suitsBoth(values)) {
            int[] common = common(one, other, values);
            if (common != null) {
                example = common;
                position = where;
            }
        }
    }

    /** Of a field that either writes, a request says nothing. */
    private boolean isWritten(int field) {
        return earlier.writes(field) || later.writes(field);
    }

    private boolean exceeds(long[] outcome, Move move) {
        for (int field = 0; field < outcome.length; field++) {
            if (!isWritten(field) && (outcome[field] & ~move.meeting(field)) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean suitsBoth(int[] values) {
        long needed = earlier.needs() | later.needs();
        return sharesData && (needed & ~(earlier.settable(values) & later.settable(values))) == 0;
    }

    private int @Nullable [] common(long[] one, long[] other, int[] values) {
        int[] common = new int[values.length];
        for (int field = 0; field < values.length; field++) {
            long both = isWritten(field) ? unsaid(field, one, other, values) : one[field] & other[field];
            if (both == 0) {
                return null;
            }
            boolean kept = (both & 1L << values[field]) != 0;
            common[field] = kept ? values[field] : Long.numberOfTrailingZeros(both);
        }
        return common;
    }

    /** The value of now, where it suits the one of the two that does not write the field. */
    private long unsaid(int field, long[] one, long[] other, int[] values) {
        long now = 1L << values[field];
        boolean suits = (earlier.writes(field) || (one[field] & now) != 0)
                && (later.writes(field) || (other[field] & now) != 0);
        return suits ? now : 0;
    }

    /** Whether both can fit, and neither is only a special case of the other. */
    boolean isProven() {
        return example != null && earlierAlone && laterAlone;
    }

    int position() {
        return position;
    }

    /** The values that both accept, as far as their conditions look at them. */
    String example() {
        StringJoiner words = new StringJoiner(" and ");
        for (int field = 0; example != null && field < example.length; field++) {
            long telling = earlier.meeting(field) & later.meeting(field);
            if (telling != domains.get(field).all()) {
                words.add(domains.get(field).show(example[field]));
            }
        }
        return words.toString();
    }
}
