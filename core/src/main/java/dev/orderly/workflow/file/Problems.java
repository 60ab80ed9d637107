package dev.orderly.workflow.file;

import dev.orderly.check.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file. */
final class Problems {

    private final List<FileProblem> all = new ArrayList<>();

    void error(Place place, String code, String message) {
        add(place, Problem.Severity.ERROR, code, message);
    }

    void add(Place place, Problem.Severity severity, String code, String message) {
        all.add(new FileProblem(place.file(), place.line(), place.column(), severity, code, message));
    }

    /** The problems in the order of the file, each once. */
    List<FileProblem> sorted() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(FileProblem::file)
                        .thenComparingInt(FileProblem::line)
                        .thenComparingInt(FileProblem::column))
                .toList();
    }

    boolean hasErrors() {
        return all.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
}
