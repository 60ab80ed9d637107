package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The graph and the state space of a workflow, on which the checks of paths work. */
final class Analysis {

    final StatusIndex statusIndex;
    final ItemIndex items;
    final Domains domains;
    final Moves moves;
    final StatusGraph graph;
    private final @Nullable StateSpace space;

    Analysis(Workflow workflow, DefinedNames names) {
        statusIndex = new StatusIndex(workflow, names);
        items = new ItemIndex(workflow, names);
        Domains all = new Domains(workflow, names);
        boolean fits = all.fitMasks() && items.fits();
        domains = fits ? all : Domains.none(names);
        moves = new Moves(workflow, statusIndex, domains, items, names);
        graph = new StatusGraph(statusIndex, moves);
        StateSpace walked = fits ? new StateSpace(statusIndex, domains, items, moves) : null;
        space = walked != null && walked.isComplete() ? walked : null;
    }

    /** Whether all combinations of status and data have been tried. */
    boolean isComplete() {
        return space != null;
    }

    /** Whether an order in this state is done, and each of its units. */
    boolean isFinished(int state) {
        return statusIndex.isDone(space().position(state))
                && (space().items(state) & ~items.done()) == 0
                && !space().isPassing(state);
    }

    /** The same, whatever its amounts are. */
    boolean isCertainlyFinished(int state) {
        return isFinished(state) && !space().isRestless(state);
    }

    /** All combinations of status and data, where they are complete. */
    StateSpace space() {
        if (space == null) {
            throw new IllegalStateException("the walk through all states gave up");
        }
        return space;
    }
}
