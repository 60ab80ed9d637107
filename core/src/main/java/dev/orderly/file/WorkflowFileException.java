package dev.orderly.file;

import dev.orderly.workflow.OrderlyException;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a workflow file that has errors. */
public final class WorkflowFileException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    WorkflowFileException(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong with the file, warnings included. */
    public List<FileProblem> problems() {
        return problems;
    }
}
