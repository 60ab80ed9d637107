package dev.orderly.check;

import dev.orderly.workflow.Name;
import dev.orderly.workflow.Suppression;
import java.util.ArrayList;
import java.util.List;

/** Removes the problems that a workflow suppresses. */
final class Suppressions {

    private Suppressions() {}

    /** The problems that no suppression names, and one problem for each suppression that matches none. */
    static List<Problem> apply(List<Suppression> suppressions, List<Problem> problems) {
        List<Problem> left = new ArrayList<>(problems);
        List<String> suppressible = ProblemCode.suppressible();
        for (Suppression suppression : suppressions) {
            if (suppressible.contains(suppression.code())) {
                left.removeIf(problem -> problem.code().equals(suppression.code()));
            }
        }
        for (int i = 0; i < suppressions.size(); i++) {
            String code = suppressions.get(i).code();
            boolean found = problems.stream().anyMatch(problem -> problem.code().equals(code));
            if (found && !suppressible.contains(code)) {
                left.add(ProblemCode.UNUSED_SUPPRESSION.problem(
                        "suppress/" + i,
                        "no workflow can run with \"" + code + "\": mend it, and take this entry out"));
            } else if (!found) {
                left.add(ProblemCode.UNUSED_SUPPRESSION.problem("suppress/" + i, message(code, suppressible)));
            }
        }
        return left;
    }

    private static String message(String code, List<String> known) {
        String meant = known.contains(code) ? null : Name.nearest(code, known).orElse(null);
        return "there is no problem \"" + code + "\" to suppress: "
                + (meant == null ? "take this entry out" : "did you mean \"" + meant + "\"?");
    }
}
