package dev.orderly.check;

import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statuses by position, with one position more for an order that is not placed yet and one for unknown names. */
final class StatusIndex {

    private final List<Status> statuses;
    private final DefinedNames names;

    StatusIndex(Workflow workflow, DefinedNames names) {
        this.statuses = workflow.statuses();
        this.names = names;
    }

    /** How many statuses there are; their positions come first. */
    int statuses() {
        return statuses.size();
    }

    /** The position of an order before its first transition. */
    int start() {
        return statuses.size();
    }

    /** The position of undeclared names. They are reported as such, so this position counts as done. */
    int unknown() {
        return statuses.size() + 1;
    }

    /** How many positions there are in all. */
    int size() {
        return statuses.size() + 2;
    }

    int of(String status) {
        @Nullable String meant = names.meant(DefinedNames.Kind.STATUS, status);
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).name().equals(meant)) {
                return i;
            }
        }
        return unknown();
    }

    String name(int position) {
        return statuses.get(position).name();
    }

    boolean isDone(int position) {
        boolean declared = position < statuses.size();
        return position == unknown() || (declared && statuses.get(position).done());
    }

    /** How an order has ended in a status; null if nothing is said. Undeclared names are taken for a success. */
    @Nullable
    Outcome outcome(int position) {
        return position == unknown()
                ? Outcome.SUCCESS
                : position < statuses.size() ? statuses.get(position).outcome() : null;
    }
}
