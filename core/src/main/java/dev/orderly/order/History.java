package dev.orderly.order;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one order, in sequence. Each entry's hash covers the hash before it, so that a changed,
 * removed, added or exchanged entry shows.
 *
 * @param number the order's number
 * @param entries the activities with their hashes, earliest first
 */
public record History(String number, List<RecordedActivity> entries) {

    public History {
        entries = List.copyOf(entries);
    }

    /** The activities without their hashes. */
    public List<Activity> activities() {
        return entries.stream().map(RecordedActivity::activity).toList();
    }

    /** The accepted transitions of the order and of its cases. */
    public List<HistoryEntry> transitions() {
        return entries.stream()
                .map(RecordedActivity::activity)
                .filter(HistoryEntry.class::isInstance)
                .map(HistoryEntry.class::cast)
                .toList();
    }

    /** What somebody in a role may see. */
    public List<Activity> visibleTo(String role) {
        return activities().stream().filter(a -> a.isVisibleTo(role)).toList();
    }

    /** Recomputes the chain: empty if every entry is as it was written, otherwise a sentence about the first that is not. */
    public Optional<String> verify() {
        String previous = Chain.START;
        long expected = 1;
        for (RecordedActivity entry : entries) {
            long sequence = entry.activity().sequence();
            if (sequence != expected) {
                return Optional.of("order " + number + ": entry " + expected + " is missing, entry " + sequence
                        + " stands in its place");
            }
            String hash = Chain.next(previous, entry.activity());
            if (!hash.equals(entry.hash())) {
                return Optional.of("order " + number + ": entry " + sequence
                        + " was changed after it was written, or the one before it was");
            }
            previous = hash;
            expected++;
        }
        return Optional.empty();
    }

    /**
     * The snapshot that this history makes.
     *
     * @param evolutions gives the evolution for a workflow's name and version
     * @throws IllegalArgumentException if the history is empty or an entry cannot follow the one before it
     */
    public Order replay(BiFunction<String, Integer, Evolution> evolutions) {
        Order order = null;
        for (RecordedActivity entry : entries) {
            order = apply(order, entry.activity(), evolutions);
        }
        if (order == null) {
            throw new IllegalArgumentException("the history of order " + number + " is empty");
        }
        return order;
    }

    private static Order apply(
            @Nullable Order before, Activity activity, BiFunction<String, Integer, Evolution> evolutions) {
        Evolution evolution;
        if (activity instanceof HistoryEntry entry && entry.placement() != null) {
            evolution = evolutions.apply(
                    entry.placement().workflow(), entry.placement().version());
        } else if (before == null) {
            throw new IllegalArgumentException("the first entry of an order must place it, but is " + activity);
        } else if (activity instanceof Migration migration) {
            evolution = evolutions.apply(before.workflow(), migration.toVersion());
        } else {
            evolution = evolutions.apply(before.workflow(), before.version());
        }
        return evolution.apply(before, activity);
    }
}
