package dev.orderly.check;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.List;

/** Finds alternatives that can both fit, where only their order in the file decides. */
final class OverlapChecks {

    private final Analysis analysis;
    private final StateSpace space;
    private final ProblemCollector problems;

    OverlapChecks(Analysis analysis, ProblemCollector problems) {
        this.analysis = analysis;
        this.space = analysis.space();
        this.problems = problems;
    }

    void run() {
        List<Overlap> suspects = suspects();
        if (suspects.isEmpty()) {
            return;
        }
        int[] values = new int[analysis.domains.size()];
        for (int state = 0; state < space.states(); state++) {
            for (int field = 0; field < values.length; field++) {
                values[field] = space.value(state, field);
            }
            for (Overlap suspect : suspects) {
                suspect.consider(space.position(state), values);
            }
        }
        for (Overlap suspect : suspects) {
            if (suspect.isProven()) {
                report(suspect);
            }
        }
    }

    private List<Overlap> suspects() {
        List<Overlap> suspects = new ArrayList<>();
        for (Move later : analysis.moves.all()) {
            for (Move earlier : analysis.moves.earlier(later)) {
                if (earlier.isRivalOf(later)
                        && earlier.isSound()
                        && later.isSound()
                        && space.coverage().isTaken(later)
                        && !areDistinguished(earlier.transition, later.transition)) {
                    suspects.add(new Overlap(earlier, later, analysis.domains));
                }
            }
        }
        return suspects;
    }

    /** Whether more than conditions on data distinguishes the two. */
    private static boolean areDistinguished(Transition earlier, Transition later) {
        boolean otherwise = later.whenFields().isEmpty();
        return otherwise
                || later.after() != null
                || earlier.after() != null
                || earlier.conditions().stream()
                        .anyMatch(condition -> condition.basis() != Condition.Basis.DATA
                                && !later.conditions().contains(condition));
    }

    private void report(Overlap overlap) {
        String order = overlap.position() == analysis.statusIndex.start()
                ? "a new order"
                : "an order in status " + analysis.statusIndex.name(overlap.position());
        problems.add(
                ProblemCode.OVERLAP,
                "transitions/" + overlap.later.index + "/when",
                "\"" + overlap.later.transition + "\" and the earlier \"" + overlap.earlier.transition + "\" both fit "
                        + order + " with " + overlap.example()
                        + ", and the earlier is taken; make their conditions exclude each other");
    }
}
