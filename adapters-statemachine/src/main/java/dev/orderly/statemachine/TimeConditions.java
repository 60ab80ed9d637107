package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of one transition on the time. */
final class TimeConditions {

    private final Transition transition;
    private final WorkCalendar calendar;

    TimeConditions(Transition transition, WorkCalendar calendar) {
        this.transition = transition;
        this.calendar = calendar;
    }

    List<Reason> tooEarly(RequestFacts facts) {
        List<Reason> reasons = new ArrayList<>();
        Instant last = facts.order().lastMove();
        if (facts.at().isBefore(last)) {
            reasons.add(
                    early().with("kind", "out-of-order").with("at", facts.at()).with("last", last));
        }
        before(transition.after(), facts).ifPresent(reasons::add);
        before(transition.notBefore(), facts).ifPresent(reasons::add);
        return reasons;
    }

    List<Reason> tooLate(RequestFacts facts) {
        TimeLimit limit = transition.within();
        if (limit == null) {
            return List.of();
        }
        return limit
                .end(facts, calendar)
                .filter(latest -> facts.at().isAfter(latest))
                .map(latest -> Reasons.of(Reason.TOO_LATE)
                        .with("event", transition.event())
                        .with("until", latest))
                .stream()
                .toList();
    }

    private Optional<Reason> before(@Nullable TimeLimit limit, RequestFacts facts) {
        if (limit == null) {
            return Optional.empty();
        }
        String awaited = limit.awaitedEvent();
        if (awaited != null && facts.timeOf(awaited) == null) {
            return Optional.of(early().with("kind", "waits").with("of", awaited));
        }
        Optional<Instant> earliest = limit.end(facts, calendar);
        if (earliest.isEmpty()) {
            String field = limit.countedFields().stream()
                    .filter(days -> facts.field(days) == null)
                    .findFirst()
                    .orElse("");
            return Optional.of(early().with("kind", "no-days").with("field", field));
        }
        return earliest.filter(facts.at()::isBefore).map(from -> early().with("from", from));
    }

    private Reason early() {
        return Reasons.of(Reason.TOO_EARLY).with("event", transition.event());
    }
}
