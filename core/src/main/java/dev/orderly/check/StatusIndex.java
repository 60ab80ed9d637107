package dev.orderly.check;

import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statuses by position, with one place more for an order that is not placed yet and one for names unknown. */
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

    /** Where an order is before its first transition. */
    int start() {
        return statuses.size();
    }

    /** Where a name that nothing declares leads: its mistake is reported by itself, so it counts as a way out. */
    int unknown() {
        return statuses.size() + 1;
    }

    /** How many places there are in all. */
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

    String name(int place) {
        return statuses.get(place).name();
    }

    boolean isDone(int place) {
        boolean declared = place < statuses.size();
        return place == unknown() || (declared && statuses.get(place).done());
    }
}
