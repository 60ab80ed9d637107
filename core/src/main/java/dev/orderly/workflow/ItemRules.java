package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can become of each unit of what was ordered: the item statuses that units are in, the first of which is that of a new
 * order's. Immutable.
 */
public final class ItemRules {

    private final List<Status> statuses;

    private ItemRules(List<Status> statuses) {
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("units need at least one item status");
        }
        this.statuses = List.copyOf(statuses);
    }

    /**
     * The rules of units that can be in these statuses.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ItemRules of(List<Status> statuses) {
        return new ItemRules(statuses);
    }

    /** The item statuses, in the order in which people list them. */
    public List<Status> statuses() {
        return statuses;
    }

    /** The item status of this name. */
    public Optional<Status> status(String name) {
        return statuses.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The item status in which the units of a new order are. */
    public Status first() {
        return statuses.get(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ItemRules that && statuses.equals(that.statuses));
    }

    @Override
    public int hashCode() {
        return Objects.hash(statuses);
    }

    @Override
    public String toString() {
        return statuses.toString();
    }
}
