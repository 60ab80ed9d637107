package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A named place that an order can be in.
 *
 * @param name the status' code
 * @param label what people call it
 * @param note what it means for the customer
 * @param done whether an order here is fulfilled or dead, so that a list of active orders leaves it out
 * @param shownAs the coarser status that the customer sees in its place; null to show this one
 * @param due when an order should have left; an order that is still here then is overdue
 */
public record Status(
        String name,
        LocalText label,
        LocalText note,
        boolean done,
        @Nullable String shownAs,
        @Nullable Limit due) {

    public Status {
        Name.require("status", name);
    }

    /** Collects the parts of a status. */
    public static final class Builder {

        private final String name;
        private LocalText label = LocalText.EMPTY;
        private LocalText note = LocalText.EMPTY;
        private boolean done;
        private @Nullable String shownAs;
        private @Nullable Limit due;

        Builder(String name) {
            this.name = name;
        }

        /** What people call the status in a language. */
        public Builder label(String language, String text) {
            label = label.and(language, text);
            return this;
        }

        /** What the status means for the customer, in a language. */
        public Builder note(String language, String text) {
            note = note.and(language, text);
            return this;
        }

        /** Says that an order here is fulfilled or dead. */
        public Builder done() {
            done = true;
            return this;
        }

        /** Shows the customer a coarser status in place of this one. */
        public Builder shownAs(String customerStatus) {
            shownAs = customerStatus;
            return this;
        }

        /** Says when an order should have left. */
        public Builder due(Limit limit) {
            due = limit;
            return this;
        }

        Status build() {
            return new Status(name, label, note, done, shownAs, due);
        }
    }
}
