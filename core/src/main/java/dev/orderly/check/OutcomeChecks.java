package dev.orderly.check;

import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.Objects;

/** Finds outcomes where there can be none, and done statuses that lack one where others have one. */
final class OutcomeChecks {

    private final ProblemCollector problems;

    OutcomeChecks(ProblemCollector problems) {
        this.problems = problems;
    }

    /** Whether some status is where an order has succeeded. */
    static boolean hasSuccess(Workflow workflow) {
        return workflow.statuses().stream().anyMatch(status -> status.outcome() == Outcome.SUCCESS);
    }

    /** Looks at a workflow, a flow or a case. */
    void run(Workflow workflow, Workflow whole) {
        if (whole.flows().stream().anyMatch(flow -> flow.workflow().equals(workflow))) {
            workflow.statuses().forEach(this::checkFlowStatus);
            return;
        }
        boolean someHaveOne = workflow.statuses().stream().map(Status::outcome).anyMatch(Objects::nonNull);
        for (Status status : workflow.statuses()) {
            if (status.outcome() != null && !status.done()) {
                problems.add(
                        ProblemCode.WRONG_CONDITION,
                        "statuses/" + status.name() + "/outcome",
                        "status " + status.name() + " says how an order has ended, but is not done: mark it with"
                                + " \"done: true\", or take the outcome out");
            }
            if (status.outcome() == null && status.done() && someHaveOne) {
                problems.add(
                        ProblemCode.MISSING_OUTCOME,
                        "statuses/" + status.name(),
                        "status " + status.name()
                                + " is done, but does not say how an order has ended there, as others do:"
                                + " add \"outcome: success\" or \"outcome: failure\"");
            }
        }
        if (someHaveOne && !hasSuccess(workflow)) {
            problems.add(
                    ProblemCode.SUCCESS_UNREACHABLE,
                    "statuses",
                    "no status has the outcome success, so that no order can succeed: mark those where it has with"
                            + " \"outcome: success\"");
        }
        if (workflow.items() != null) {
            workflow.items().statuses().forEach(this::checkItemStatus);
        }
    }

    private void checkFlowStatus(Status status) {
        if (status.outcome() != null) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    "statuses/" + status.name() + "/outcome",
                    "status " + status.name()
                            + " of a flow cannot have an outcome: how an order has ended, its own status says");
        }
    }

    private void checkItemStatus(Status status) {
        if (status.outcome() != null) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    "items/statuses/" + status.name() + "/outcome",
                    "item status " + status.name()
                            + " cannot have an outcome: how an order has ended, its own status says");
        }
    }
}
