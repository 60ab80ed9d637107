package dev.orderly.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in the database that is not as this library writes it.
 *
 * @param kind what kind of thing it is
 * @param order the number of the order that it is about; null for what is no order's
 * @param problem what is wrong, in a sentence without personal data
 */
public record Finding(Kind kind, @Nullable String order, String problem) {

    /** What is not as it was written. */
    public enum Kind {
        /** An entry does not follow the one before it by its hash, is made without the key it should have, or is missing. */
        CHAIN,
        /** Entries are made with a key that is not given, so that nothing can be said of their hashes. */
        KEY,
        /** The columns of an entry, or its rows of units that moved, do not say what the entry is. */
        ENTRY,
        /** An entry leaves a field out of the bounds that its version of the workflow has for it. */
        BOUND,
        /** The order's row is not what its history makes. */
        SNAPSHOT,
        /** The order's row, or its history, is missing, or one is behind the other. */
        MISSING,
        /** Something that is stored of an order cannot be read. */
        UNREADABLE,
        /** A key, check or trigger of the tables is missing, another, or switched off. */
        GUARD,
        /** The rows of a version of a workflow are not what its content says, or the content was changed. */
        WORKFLOW,
        /** A message, an answer or an attachment does not belong to an entry. */
        DEPENDENT,
        /** The bytes of an attachment are not those that were uploaded, or are missing. */
        ATTACHMENT,
        /** A count that triggers keep is not that of what there is. */
        COUNT,
        /** An order is not where it was when its head was written down, or has another past. */
        HEAD;

        /** The kind as a word, such as {@code chain}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
