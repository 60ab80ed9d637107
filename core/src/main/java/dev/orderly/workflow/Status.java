package dev.orderly.workflow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A named place that an order can be in. Immutable. */
public final class Status {

    private final String name;
    private final LocalText label;
    private final LocalText note;
    private final boolean done;
    private final @Nullable Outcome outcome;
    private final @Nullable String shownAs;
    private final @Nullable TimeLimit due;

    Status(StatusBuilder from) {
        name = Name.require("status", from.name);
        label = from.label;
        note = from.note;
        done = from.done;
        outcome = from.outcome;
        shownAs = from.shownAs;
        due = from.due;
    }

    /** Starts a status of this code, without texts and not done. */
    public static StatusBuilder builder(String name) {
        return new StatusBuilder(name);
    }

    /** Starts a status that has everything this one has. */
    public StatusBuilder toBuilder() {
        return new StatusBuilder(this);
    }

    /** The status' code. */
    public String name() {
        return name;
    }

    /** What people call it. */
    public LocalText label() {
        return label;
    }

    /** What it means for the customer. */
    public LocalText note() {
        return note;
    }

    /** Whether an order here is fulfilled or dead, so that a list of active orders leaves it out. */
    public boolean done() {
        return done;
    }

    /** How an order has ended that is here; null if nothing is said. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** The coarser status that the customer sees in its place; null to show this one. */
    public @Nullable String shownAs() {
        return shownAs;
    }

    /** When an order should have left; an order that is still here then is overdue. */
    public @Nullable TimeLimit due() {
        return due;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Status that
                        && name.equals(that.name)
                        && label.equals(that.label)
                        && note.equals(that.note)
                        && done == that.done
                        && outcome == that.outcome
                        && Objects.equals(shownAs, that.shownAs)
                        && Objects.equals(due, that.due));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, label, note, done, outcome, shownAs, due);
    }

    @Override
    public String toString() {
        return name;
    }
}
