package dev.orderly.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that was ordered, as far as conditions look at it. */
public interface OrderedItem {

    /** What people call it. */
    String title();

    /** The first day on which it can be sent; null for now. */
    @Nullable
    LocalDate availableFrom();

    /** Whether it can be sent on a day. */
    default boolean isAvailableOn(LocalDate day) {
        LocalDate first = availableFrom();
        return first == null || !first.isAfter(day);
    }
}
