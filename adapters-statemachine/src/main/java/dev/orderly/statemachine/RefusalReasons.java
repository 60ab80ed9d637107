package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reasons for which none of an event's alternatives was taken. */
final class RefusalReasons {

    private RefusalReasons() {}

    /** The reasons of the first kind that applies: against the alternatives that fit the data, or else against any. */
    static Rejected of(Collection<Evaluation> asked, Request request) {
        List<Evaluation> allowed = asked.stream().filter(Evaluation::isAllowed).toList();
        if (allowed.isEmpty()) {
            return Rejected.because(roleNotAllowed(asked, request));
        }
        List<Evaluation> fitting =
                allowed.stream().filter(Evaluation::isFitting).toList();
        List<List<List<Reason>>> against = (fitting.isEmpty() ? allowed : fitting)
                .stream().map(Evaluation::against).toList();
        for (int kind = 0; kind < against.get(0).size(); kind++) {
            Set<Reason> reasons = new LinkedHashSet<>();
            for (List<List<Reason>> kinds : against) {
                reasons.addAll(kinds.get(kind));
            }
            if (!reasons.isEmpty()) {
                return new Rejected(List.copyOf(reasons));
            }
        }
        throw new IllegalStateException("Spring Statemachine neither took the event \"" + request.event()
                + "\" nor did anything speak against it: report this as a mistake of the engine");
    }

    private static Reason roleNotAllowed(Collection<Evaluation> asked, Request request) {
        Set<String> roles = new LinkedHashSet<>();
        asked.forEach(evaluation -> roles.addAll(evaluation.transition().by()));
        return Reasons.of(Reason.ROLE_NOT_ALLOWED)
                .with("event", request.event())
                .with("role", request.actor().role())
                .with("allowed", List.copyOf(roles));
    }
}
