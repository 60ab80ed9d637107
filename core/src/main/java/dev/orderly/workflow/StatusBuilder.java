package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Status}. Not thread-safe. */
public final class StatusBuilder {

    final String name;
    LocalText label = LocalText.EMPTY;
    LocalText note = LocalText.EMPTY;
    boolean done;

    @Nullable
    Outcome outcome;

    @Nullable
    String shownAs;

    @Nullable
    TimeLimit due;

    StatusBuilder(String name) {
        this.name = name;
    }

    StatusBuilder(Status status) {
        name = status.name();
        label = status.label();
        note = status.note();
        done = status.done();
        outcome = status.outcome();
        shownAs = status.shownAs();
        due = status.due();
    }

    /** What people call the status, in all languages. */
    public StatusBuilder label(LocalText text) {
        label = text;
        return this;
    }

    /** What the status means for the customer, in all languages. */
    public StatusBuilder note(LocalText text) {
        note = text;
        return this;
    }

    /** What people call the status in a language. */
    public StatusBuilder label(String language, String text) {
        label = label.with(language, text);
        return this;
    }

    /** What the status means for the customer, in a language. */
    public StatusBuilder note(String language, String text) {
        note = note.with(language, text);
        return this;
    }

    /** Makes it a done status: an order here is fulfilled or dead. */
    public StatusBuilder done() {
        return done(true);
    }

    /** Whether an order here is fulfilled or dead. */
    public StatusBuilder done(boolean isDone) {
        done = isDone;
        return this;
    }

    /** How an order has ended that is here, which only a done status can say; null to say nothing. */
    public StatusBuilder outcome(@Nullable Outcome end) {
        outcome = end;
        return this;
    }

    /** The coarser status that the customer sees in place of this one; null for this one itself. */
    public StatusBuilder shownAs(@Nullable String customerStatus) {
        shownAs = customerStatus;
        return this;
    }

    /** When an order should have left the status, and is overdue from then on; null for never. */
    public StatusBuilder due(@Nullable TimeLimit limit) {
        due = limit;
        return this;
    }

    /**
     * The status.
     *
     * @throws IllegalArgumentException if its code is no valid name
     */
    public Status build() {
        return new Status(this);
    }
}
