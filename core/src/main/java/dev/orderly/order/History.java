package dev.orderly.order;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one order, in sequence. Each entry's hash covers the hash before it, so that a changed,
 * removed, added or exchanged entry shows. Two things the chain alone cannot show: that the latest entries were cut off,
 * for what is left is a sound history (compare its length and its last hash with the order's snapshot or with a copy
 * kept elsewhere), and, where entries are written without a {@linkplain ChainKeys key}, that an entry was changed or added and
 * then all later hashes were computed anew, for there is no secret in them (compare the last hash with such a copy).
 *
 * @param number the order's number
 * @param entries the activities with their hashes, earliest first
 */
public record History(String number, List<HistoryEntry> entries) {

    public History {
        entries = List.copyOf(entries);
    }

    /** The activities without their hashes. */
    public List<Activity> activities() {
        return entries.stream().map(HistoryEntry::activity).toList();
    }

    /** The accepted transitions of the order and of its cases. */
    public List<TransitionEntry> transitions() {
        return entries.stream()
                .map(HistoryEntry::activity)
                .filter(TransitionEntry.class::isInstance)
                .map(TransitionEntry.class::cast)
                .toList();
    }

    /**
     * The steps of the order itself, up to an entry: the {@link Order#trail()} of its snapshot after that entry, for
     * callers that have the history at hand already.
     *
     * @param sequence the last entry that counts, such as the snapshot's
     * @throws IllegalArgumentException if none of the entries up to there is a step of the order
     */
    public StatusTrail trail(long sequence) {
        StatusTrail trail = null;
        for (HistoryEntry entry : entries) {
            Activity activity = entry.activity();
            if (activity.sequence() > sequence) {
                break;
            }
            if (activity instanceof TransitionEntry move && move.caseRef() == null) {
                trail = StatusTrail.after(trail, move.event(), move.to(), move.at());
            } else if (activity instanceof Migration migration) {
                trail = StatusTrail.after(trail, Migration.EVENT, migration.to(), migration.at());
            }
        }
        if (trail == null) {
            throw new IllegalArgumentException("order " + number + " has no step up to entry " + sequence);
        }
        return trail;
    }

    /**
     * Recomputes the chain without a key: empty if every entry is as it was written, otherwise a sentence about the first that
     * is not, or, if all others are, about the first that cannot be checked since it is made with a key.
     */
    public Optional<String> verify() {
        return verify(ChainKeys.NONE);
    }

    /**
     * Recomputes the chain: empty if every entry is as it was written, and with a key that was in use then; otherwise a
     * sentence about the first that is not, or, if all others are, about the first that cannot be checked since it is made
     * with another key.
     */
    public Optional<String> verify(ChainKeys keys) {
        String previous = HashChain.START;
        String unchecked = null;
        long expected = 1;
        if (!entries.isEmpty()
                && entries.get(0).activity() instanceof TransitionEntry first
                && first.placement() != null
                && !first.placement().number().equals(number)) {
            return Optional.of("order " + number + ": entry 1 places order "
                    + first.placement().number() + ", whose history this is");
        }
        for (HistoryEntry entry : entries) {
            long sequence = entry.activity().sequence();
            if (sequence != expected) {
                return Optional.of("order " + number + ": entry " + expected + " is missing, entry " + sequence
                        + " stands in its place");
            }
            ChainLink link = HashChain.check(previous, entry, keys);
            if (link == ChainLink.UNCHECKED) {
                unchecked = unchecked == null ? link.problem(entry) : unchecked;
            } else if (link != ChainLink.SOUND) {
                return Optional.of("order " + number + ": " + link.problem(entry));
            }
            previous = entry.hash();
            expected++;
        }
        return Optional.ofNullable(unchecked).map(problem -> "order " + number + ": " + problem);
    }

    /**
     * The snapshot that this history makes.
     *
     * @param evolutions gives the evolution for a workflow's name and version
     * @throws IllegalArgumentException if the history is empty or an entry cannot follow the one before it
     */
    public Order replay(BiFunction<String, Integer, Evolution> evolutions) {
        Order order = null;
        for (HistoryEntry entry : entries) {
            order = apply(order, entry.activity(), evolutions);
        }
        if (order == null) {
            throw new IllegalArgumentException("the history of order " + number + " is empty");
        }
        return order;
    }

    /** Names no more of the activity than its place: what it holds may be personal. */
    static IllegalArgumentException startless(Activity activity) {
        return new IllegalArgumentException(
                "the first entry of an order must place it, but entry " + activity.sequence() + " does not");
    }

    /**
     * The snapshot after one more activity, by the version of the workflow that the order follows then.
     *
     * @param before the snapshot before; null where the activity places the order
     * @param evolutions gives the evolution for a workflow's name and version
     * @throws IllegalArgumentException if the activity cannot follow
     */
    public static Order apply(
            @Nullable Order before, Activity activity, BiFunction<String, Integer, Evolution> evolutions) {
        Evolution evolution;
        if (activity instanceof TransitionEntry entry && entry.placement() != null) {
            evolution = evolutions.apply(
                    entry.placement().workflow(), entry.placement().version());
        } else if (before == null) {
            throw startless(activity);
        } else if (activity instanceof Migration migration) {
            evolution = evolutions.apply(before.workflow(), migration.toVersion());
        } else {
            evolution = evolutions.apply(before.workflow(), before.version());
        }
        return evolution.apply(before, activity);
    }
}
