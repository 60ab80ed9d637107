package dev.orderly.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of one of many changes that a store was given together.
 *
 * @param change the change
 * @param failure what {@link OrderStore#append} throws where this happens to a change; null for one that is written
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

    /** Tells whether the change is written, and will not be lost. */
    public boolean isWritten() {
        return failure == null;
    }
}
