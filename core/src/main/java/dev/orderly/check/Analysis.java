package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** A workflow made ready for proofs about paths. */
final class Analysis {

    final StatusIndex places;
    final Domains domains;
    final Moves moves;
    final StatusGraph graph;
    private final @Nullable StateSpace space;

    Analysis(Workflow workflow, DefinedNames names) {
        places = new StatusIndex(workflow, names);
        Domains all = new Domains(workflow, names);
        boolean fits = all.fitMasks();
        domains = fits ? all : Domains.none(names);
        moves = new Moves(workflow, places, domains);
        graph = new StatusGraph(places, moves);
        StateSpace walked = fits ? new StateSpace(places, domains, moves) : null;
        space = walked != null && walked.isComplete() ? walked : null;
    }

    /** Tells whether all combinations of status and data have been tried. */
    boolean isComplete() {
        return space != null;
    }

    /** All combinations of status and data, where they are complete. */
    StateSpace space() {
        if (space == null) {
            throw new IllegalStateException("the walk through all states gave up");
        }
        return space;
    }
}
