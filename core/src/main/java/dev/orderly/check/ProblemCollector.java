package dev.orderly.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find in one workflow. */
final class ProblemCollector {

    private final List<Problem> found = new ArrayList<>();

    void add(ProblemCode code, String path, String message) {
        found.add(code.problem(path, message));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    List<Problem> found() {
        return found;
    }
}
