package dev.orderly.check;

import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds deadlines that never fire: when they do, it is as role system and without any data. */
final class DeadlineChecks {

    private final Analysis analysis;
    private final ProblemCollector problems;

    DeadlineChecks(Analysis analysis, ProblemCollector problems) {
        this.analysis = analysis;
        this.problems = problems;
    }

    void run() {
        for (Move move : analysis.moves.all()) {
            String obstacle = obstacle(move);
            if (obstacle != null) {
                problems.add(
                        ProblemCode.DEADLINE_CANNOT_FIRE,
                        "transitions/" + move.index + "/after",
                        "the deadline of \"" + move.transition.event() + "\" cannot fire: " + obstacle);
            }
        }
    }

    /** Why a deadline never fires; null if it can or there is none. */
    @Nullable
    String obstacle(Move move) {
        Transition transition = move.transition;
        if (transition.after() == null) {
            return null;
        }
        if (transition.isInitial()) {
            return "it starts an order, and nothing counts from before; give it \"from\", or take \"after\" away";
        }
        if (!transition.allows(Workflow.SYSTEM)) {
            return "it fires as role system, which \"by\" leaves out; add system there";
        }
        if (!transition.needs().isEmpty()) {
            return "it fires without data, but needs " + String.join(" and ", transition.needs())
                    + " with the request; ask for it in \"has\" or \"takes\" instead";
        }
        if (analysis.isComplete()
                && analysis.space().coverage().isReached(move)
                && !analysis.space().coverage().isFiring(move)) {
            return "it fires without data, and no order in " + String.join(", ", transition.from()) + " is such that "
                    + requirements(transition) + "; have the data given before, or ask for less";
        }
        return null;
    }

    private static String requirements(Transition transition) {
        List<String> requirements = new ArrayList<>();
        if (!transition.whenFields().isEmpty()) {
            requirements.add(ConditionChecks.inWords(transition.whenFields()));
        }
        for (String field : Domains.askedByDeadline(transition)) {
            requirements.add(field + " is given");
        }
        return String.join(" and ", requirements);
    }
}
