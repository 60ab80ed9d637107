package dev.orderly.check;

import org.jspecify.annotations.Nullable;

/** Finds transitions that are never taken, though orders get to where they lead from. */
final class AlternativeChecks {

    private final MoveCoverage coverage;
    private final ProblemCollector problems;

    AlternativeChecks(Analysis analysis, ProblemCollector problems) {
        this.coverage = analysis.space().coverage();
        this.problems = problems;
    }

    void run(Analysis analysis, DeadlineChecks deadlines) {
        for (Move move : analysis.moves.all()) {
            if (coverage.isReached(move) && !coverage.isTaken(move) && deadlines.obstacle(move) == null) {
                report(move);
            }
        }
    }

    private void report(Move move) {
        @Nullable Move winner = coverage.isFitting(move) ? coverage.winner(move) : null;
        String reason = winner == null
                ? "no order that gets there meets its conditions: " + ConditionChecks.inWords(move.transition)
                        + "; change them, or remove it"
                : winner.transition.automatic() && !move.transition.automatic()
                        ? "wherever it fits, the automatic \"" + winner.transition
                                + "\" has been taken already; remove it, or give" + " that one conditions"
                        : "wherever it fits, the earlier \"" + winner.transition
                                + "\" fits as well and is taken; put it first," + " or tell the two apart by \"when\"";
        problems.add(
                ProblemCode.UNREACHABLE_ALTERNATIVE,
                "transitions/" + move.index,
                "\"" + move.transition + "\" is never taken: " + reason);
    }
}
