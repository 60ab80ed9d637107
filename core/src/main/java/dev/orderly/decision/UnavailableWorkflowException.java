package dev.orderly.decision;

import dev.orderly.workflow.OrderlyException;
import org.jspecify.annotations.Nullable;

/**
 * This program cannot decide about orders of a version of a workflow: the version is not registered, was written by a newer
 * library, or needs a guard that the program lacks. While a new release is rolled out this is usual on the nodes that still
 * run the old one; nodes with the version decide about such orders.
 */
public final class UnavailableWorkflowException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final String workflow;
    private final int version;

    /** An exception for a version, with why it cannot be decided about. */
    public UnavailableWorkflowException(String workflow, int version, String why, @Nullable Throwable cause) {
        super("this program cannot decide about orders of " + workflow + " version " + version + ": " + why, cause);
        this.workflow = workflow;
        this.version = version;
    }

    /** The refusal of a request about an order of the version. */
    public Rejected refusal(String number) {
        return Rejected.because(Reason.of(Reason.WORKFLOW_UNAVAILABLE)
                .with("order", number)
                .with("workflow", workflow)
                .with("version", version));
    }
}
