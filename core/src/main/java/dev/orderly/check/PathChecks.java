package dev.orderly.check;

import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.BitSet;

/** Finds statuses that no order gets into, and those that none gets out of. */
final class PathChecks {

    private final Analysis analysis;
    private final ProblemCollector problems;

    PathChecks(Analysis analysis, ProblemCollector problems) {
        this.analysis = analysis;
        this.problems = problems;
    }

    void run(Workflow workflow) {
        unreachable(workflow);
        if (workflow.statuses().stream().noneMatch(Status::done)) {
            problems.add(
                    ProblemCode.TRAPPED_STATUS,
                    "statuses",
                    "no status is done, so that an order would be active for ever: mark those where it is fulfilled or"
                            + " dead with \"done: true\"");
        } else {
            trapped(workflow);
        }
    }

    private void unreachable(Workflow workflow) {
        if (!analysis.graph.hasStart()) {
            return;
        }
        BitSet reached = reached();
        for (int place = 0; place < workflow.statuses().size(); place++) {
            if (!reached.get(place)) {
                String status = workflow.statuses().get(place).name();
                problems.add(
                        ProblemCode.UNREACHABLE_STATUS,
                        "statuses/" + status,
                        "no path leads to status " + status + ": add a transition to it, or remove it");
            }
        }
    }

    /** The places that orders get into with regard to their data, or without where that is too much to try. */
    private BitSet reached() {
        BitSet reached = new BitSet();
        if (analysis.isComplete()) {
            for (int state = 0; state < analysis.space().states(); state++) {
                reached.set(analysis.space().place(state));
            }
        } else {
            for (int place = 0; place < analysis.places.size(); place++) {
                reached.set(place, analysis.graph.isReachable(place));
            }
        }
        return reached;
    }

    private void trapped(Workflow workflow) {
        for (int place = 0; place < workflow.statuses().size(); place++) {
            if (analysis.graph.isReachable(place) && !analysis.graph.canFinish(place)) {
                String status = workflow.statuses().get(place).name();
                problems.add(
                        ProblemCode.TRAPPED_STATUS,
                        "statuses/" + status,
                        analysis.graph.isFinal(place)
                                ? "status " + status + " is final but not done: mark it with \"done: true\", or add a"
                                        + " transition out of it"
                                : "no path leads from status " + status
                                        + " to a done one: add a transition out of this dead end");
            }
        }
    }
}
