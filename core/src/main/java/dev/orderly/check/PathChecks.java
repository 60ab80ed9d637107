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
        unreachableItems();
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

    /** What holds of each place of an order and its flows; that of the statuses by themselves is found otherwise. */
    void runInProduct(Workflow product) {
        unreachableItems();
        trapped(product);
    }

    private void unreachable(Workflow workflow) {
        if (!analysis.graph.hasStart()) {
            return;
        }
        BitSet reached = reached();
        for (int position = 0; position < workflow.statuses().size(); position++) {
            if (!reached.get(position)) {
                String status = workflow.statuses().get(position).name();
                problems.add(
                        ProblemCode.UNREACHABLE_STATUS,
                        "statuses/" + status,
                        "no path leads to status " + status + ": add a transition to it, or remove it");
            }
        }
    }

    /** Item statuses that no unit gets into. */
    private void unreachableItems() {
        if (!analysis.graph.hasStart() || !analysis.isComplete()) {
            return;
        }
        int reached = 0;
        for (int state = 0; state < analysis.space().states(); state++) {
            reached |= analysis.space().items(state);
        }
        for (String status : analysis.items.names(~reached)) {
            problems.add(
                    ProblemCode.UNREACHABLE_STATUS,
                    "items/statuses/" + status,
                    "no unit gets to item status " + status
                            + ": add a transition that moves units there, or remove it");
        }
    }

    /** The statuses that orders reach, in view of their data unless there are too many combinations to try. */
    private BitSet reached() {
        BitSet reached = new BitSet();
        if (analysis.isComplete()) {
            for (int state = 0; state < analysis.space().states(); state++) {
                reached.set(analysis.space().position(state));
            }
        } else {
            for (int position = 0; position < analysis.statusIndex.size(); position++) {
                reached.set(position, analysis.graph.isReachable(position));
            }
        }
        return reached;
    }

    private void trapped(Workflow workflow) {
        for (int position = 0; position < workflow.statuses().size(); position++) {
            if (analysis.graph.isReachable(position) && !analysis.graph.canFinish(position)) {
                String status = workflow.statuses().get(position).name();
                problems.add(
                        ProblemCode.TRAPPED_STATUS,
                        "statuses/" + status,
                        analysis.graph.isFinal(position)
                                ? "status " + status + " is final but not done: mark it with \"done: true\", or add a"
                                        + " transition out of it"
                                : "no path leads from status " + status
                                        + " to a done one: add a transition out of this dead end");
            }
        }
    }
}
