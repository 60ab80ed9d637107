package dev.orderly.mail.template;

import dev.orderly.workflow.OrderlyException;
import java.util.List;
import java.util.stream.Collectors;

/** The exception for templates that cannot be used, with all of their problems. */
public final class BrokenTemplatesException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final transient List<TemplateProblem> problems;

    BrokenTemplatesException(List<TemplateProblem> problems) {
        super(problems.stream()
                .map(TemplateProblem::toString)
                .collect(Collectors.joining("\n", "the texts of messages have problems:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, by file and line. */
    public List<TemplateProblem> problems() {
        return problems;
    }
}
