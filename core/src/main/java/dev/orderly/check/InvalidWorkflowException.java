package dev.orderly.check;

import dev.orderly.workflow.OrderlyException;
import dev.orderly.workflow.Workflow;
import java.util.List;

/** Thrown for a workflow that cannot run, with all of its problems. */
public final class InvalidWorkflowException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    // Problems are plain strings and an enum, but the list's class is not declared serializable.
    private final transient List<Problem> problems;

    /**
     * An exception for a workflow and what was found in it.
     *
     * @param workflow the workflow, which the message names
     * @param problems every problem found, warnings included
     */
    public InvalidWorkflowException(Workflow workflow, List<Problem> problems) {
        super(message(workflow, problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(Workflow workflow, List<Problem> problems) {
        StringBuilder text = new StringBuilder("workflow " + workflow + " cannot run; mend its errors:");
        for (Problem problem : problems) {
            text.append("\n  ").append(problem);
        }
        return text.toString();
    }

    /** Every problem that was found, warnings included; unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }
}
