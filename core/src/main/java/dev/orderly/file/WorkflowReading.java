package dev.orderly.file;

import dev.orderly.check.Problem;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a workflow file.
 *
 * @param workflow the workflow; empty if there is an error
 * @param problems everything that is wrong, errors and warnings, in the order of the file
 */
public record WorkflowReading(Optional<Workflow> workflow, List<FileProblem> problems) {

    public WorkflowReading {
        problems = List.copyOf(problems);
    }

    /** Whether an error keeps the workflow from running. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /**
     * The workflow, if nothing keeps it from running.
     *
     * @throws WorkflowFileException with every problem, if there is an error
     */
    public Workflow orThrow() {
        return workflow.orElseThrow(() -> new WorkflowFileException(problems));
    }
}
