package dev.orderly.check;

import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Workflow;
import java.util.List;

/** Finds paths that violate a never rule of the workflow. */
final class NeverChecks {

    private final Analysis analysis;
    private final DefinedNames names;
    private final ProblemCollector problems;

    NeverChecks(Analysis analysis, DefinedNames names, ProblemCollector problems) {
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
        return analysis.statusIndex.of(rule.reach()) != analysis.statusIndex.unknown()
                && areKnown(rule.without())
                && areKnown(rule.after())
                && analysis.domains.isSound(rule.whenFields())
                && rule.whenItems().stream().allMatch(this::areKnown);
    }

    private boolean areKnown(ItemCondition test) {
        return test.statuses().stream().allMatch(status -> names.meant(DefinedNames.Kind.ITEM_STATUS, status) != null);
    }

    private boolean areKnown(List<String> events) {
        for (String event : events) {
            if (names.meant(DefinedNames.Kind.EVENT, event) == null) {
                return false;
            }
        }
        return true;
    }

    private void check(NeverRule rule, String path) {
        List<Integer> steps = new NeverSearch(analysis, names, rule).shortestBreach();
        if (!steps.isEmpty()) {
            problems.add(
                    ProblemCode.NEVER_BROKEN,
                    path,
                    "\"" + rule + "\" is broken by a path: "
                            + new Counterexample(analysis).describe(steps)
                            + "; restrict one of its steps, or change the rule");
        }
    }
}
