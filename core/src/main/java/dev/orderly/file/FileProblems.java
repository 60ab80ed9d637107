package dev.orderly.file;

import dev.orderly.check.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found in a file. */
final class FileProblems {

    /** The limit that keeps a hostile file with millions of mistakes from filling the memory. */
    static final int MOST = 1_000;

    private final Set<FileProblem> all = new LinkedHashSet<>();
    private final Set<ErrorRecovery> missing = EnumSet.noneOf(ErrorRecovery.class);
    private boolean tooMany;

    void error(SourceLocation location, String code, String message) {
        add(location, Severity.ERROR, code, message);
    }

    void add(SourceLocation location, Severity severity, String code, String message) {
        if (all.size() < MOST) {
            all.add(new FileProblem(location.file(), location.line(), location.column(), severity, code, message));
        } else {
            tooMany = true;
        }
    }

    /** Records that a part could not be read because of a reported problem. */
    void missing(ErrorRecovery part) {
        missing.add(part);
    }

    /** The problems in the order of the file, each once, without those that may only follow from others. */
    List<FileProblem> sorted() {
        if (all.isEmpty()) { // as usual: what sorts them need not be loaded
            return List.of();
        }
        List<FileProblem> sorted = new ArrayList<>();
        all.stream().filter(problem -> !isConsequence(problem)).forEach(sorted::add);
        sorted.sort(Comparator.comparing(FileProblem::file)
                .thenComparingInt(FileProblem::line)
                .thenComparingInt(FileProblem::column));
        if (tooMany) {
            FileProblem last = sorted.get(sorted.size() - 1);
            sorted.add(new FileProblem(
                    last.file(),
                    last.line(),
                    last.column(),
                    Severity.ERROR,
                    "unsupported",
                    "there are more than " + MOST + " problems: mend these first"));
        }
        return sorted;
    }

    private boolean isConsequence(FileProblem problem) {
        return missing.stream().anyMatch(part -> part.explains(problem.code()));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
}
