package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/** Collects the parts of a status. */
public final class StatusBuilder {

    private final String name;
    private LocalText label = LocalText.EMPTY;
    private LocalText note = LocalText.EMPTY;
    private boolean done;
    private @Nullable String shownAs;
    private @Nullable TimeLimit due;

    StatusBuilder(String name) {
        this.name = name;
    }

    /** What people call the status in a language. */
    public StatusBuilder label(String language, String text) {
        label = label.and(language, text);
        return this;
    }

    /** What the status means for the customer, in a language. */
    public StatusBuilder note(String language, String text) {
        note = note.and(language, text);
        return this;
    }

    /** Says that an order here is fulfilled or dead. */
    public StatusBuilder done() {
        done = true;
        return this;
    }

    /** Shows the customer a coarser status in place of this one. */
    public StatusBuilder shownAs(String customerStatus) {
        shownAs = customerStatus;
        return this;
    }

    /** Says when an order should have left. */
    public StatusBuilder due(TimeLimit limit) {
        due = limit;
        return this;
    }

    Status build() {
        return new Status(name, label, note, done, shownAs, due);
    }
}
