package dev.orderly.check;

import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Workflow;
import java.util.List;

/** Looks for a path that breaks a promise of the workflow. */
final class NeverChecks {

    private final Analysis analysis;
    private final Names names;
    private final Problems problems;

    NeverChecks(Analysis analysis, Names names, Problems problems) {
        this.analysis = analysis;
        this.names = names;
        this.problems = problems;
    }

    void run(Workflow workflow) {
        for (int i = 0; i < workflow.never().size(); i++) {
            NeverRule rule = workflow.never().get(i);
            if (makesSense(rule)) {
                check(rule, "never/" + i);
            }
        }
    }

    private boolean makesSense(NeverRule rule) {
        return analysis.places.of(rule.reach()) != analysis.places.unknown()
                && areKnown(rule.without())
                && areKnown(rule.after())
                && analysis.domains.isSound(rule.when());
    }

    private boolean areKnown(List<String> events) {
        for (String event : events) {
            if (names.meant(Names.Kind.EVENT, event) == null) {
                return false;
            }
        }
        return true;
    }

    private void check(NeverRule rule, String path) {
        List<Integer> steps = new NeverSearch(analysis, names, rule).shortestBreach();
        if (!steps.isEmpty()) {
            problems.add(
                    Code.NEVER_BROKEN,
                    path,
                    "\"" + rule + "\" is broken by a path: "
                            + new Story(analysis.space(), analysis.domains).tell(steps)
                            + "; restrict one of its steps, or change the rule");
        }
    }
}
