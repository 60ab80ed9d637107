package dev.orderly.store;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one change of {@link OrderStore#appendAll}.
 *
 * @param change the change
 * @param failure the exception that {@link OrderStore#append} would have thrown; null if the change is written
 */
public record Receipt(Change change, @Nullable RuntimeException failure) {

    /** The receipt of a change that is written. */
    public static Receipt written(Change change) {
        return new Receipt(change, null);
    }

    /** The receipt of a change that met a conflict or failed. */
    public static Receipt failed(Change change, RuntimeException failure) {
        return new Receipt(change, failure);
    }

    /** Whether the change is written durably. */
    public boolean isWritten() {
        return failure == null;
    }
}
