package dev.orderly.workflow;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Something that was ordered, as far as conditions look at it. */
public interface OrderedItem {

    /** What people call it. */
    String title();

    /** The first day on which it can be sent; null for now. */
    @Nullable
    LocalDate availableFrom();

    /** The price of all of it; null where the shop does not say it. */
    @Nullable
    Money total();

    /** Whether it can be sent on a day. */
    default boolean isAvailableOn(LocalDate day) {
        LocalDate first = availableFrom();
        return first == null || !first.isAfter(day);
    }

    /** The price of all items; null unless each has one, in one currency, and for no items at all. */
    static @Nullable Money totalOf(Collection<? extends OrderedItem> items) {
        Money sum = null;
        for (OrderedItem item : items) {
            Money one = item.total();
            if (one == null || (sum != null && !sum.currency().equals(one.currency()))) {
                return null;
            }
            sum = sum == null ? one : sum.plus(one);
        }
        return sum;
    }
}
