package dev.orderly.mail.template;

import java.util.List;
import java.util.stream.Collectors;

/** Templates cannot be used; it tells all of their problems at once. */
public final class BrokenTemplatesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TemplateProblem> problems;

    BrokenTemplatesException(List<TemplateProblem> problems) {
        super(problems.stream()
                .map(TemplateProblem::toString)
                .collect(Collectors.joining("\n", "the texts of messages have problems:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, by file and line. */
    public List<TemplateProblem> problems() {
        return problems;
    }
}
