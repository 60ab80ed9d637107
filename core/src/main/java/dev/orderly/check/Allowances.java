package dev.orderly.check;

import dev.orderly.workflow.Allowance;
import java.util.ArrayList;
import java.util.List;

/** Takes out the problems that the author of a workflow wants to keep. */
final class Allowances {

    private Allowances() {}

    /** The problems that are not allowed, and one for each allowance that allows nothing. */
    static List<Problem> apply(List<Allowance> allowances, List<Problem> problems) {
        List<Problem> left = new ArrayList<>(problems);
        for (Allowance allowance : allowances) {
            left.removeIf(problem -> problem.code().equals(allowance.code()));
        }
        for (int i = 0; i < allowances.size(); i++) {
            String code = allowances.get(i).code();
            if (problems.stream().noneMatch(problem -> problem.code().equals(code))) {
                left.add(Code.UNUSED_ALLOWANCE.problem("allow/" + i, message(code)));
            }
        }
        return left;
    }

    private static String message(String code) {
        List<String> known = Code.all();
        String meant = known.contains(code) ? null : NearestName.to(code, known);
        return "there is no problem \"" + code + "\" to allow: "
                + (meant == null ? "take this entry out" : "did you mean \"" + meant + "\"?");
    }
}
