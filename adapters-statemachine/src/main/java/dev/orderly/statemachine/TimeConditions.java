package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When one transition may happen. */
final class TimeConditions {

    private final Transition transition;
    private final WorkCalendar calendar;

    TimeConditions(Transition transition, WorkCalendar calendar) {
        this.transition = transition;
        this.calendar = calendar;
    }

    List<Reason> tooEarly(RequestFacts offer) {
        List<Reason> reasons = new ArrayList<>();
        Instant last = offer.order().lastMove();
        if (offer.at().isBefore(last)) {
            reasons.add(
                    early().with("kind", "out-of-order").with("at", offer.at()).with("last", last));
        }
        before(transition.after(), offer).ifPresent(reasons::add);
        before(transition.notBefore(), offer).ifPresent(reasons::add);
        return reasons;
    }

    List<Reason> tooLate(RequestFacts offer) {
        TimeLimit limit = transition.within();
        if (limit == null) {
            return List.of();
        }
        return limit
                .end(offer, calendar)
                .filter(latest -> offer.at().isAfter(latest))
                .map(latest -> Reasons.of(Reason.TOO_LATE)
                        .with("event", transition.event())
                        .with("until", latest))
                .stream()
                .toList();
    }

    private Optional<Reason> before(@Nullable TimeLimit limit, RequestFacts offer) {
        if (limit == null) {
            return Optional.empty();
        }
        String awaited = limit.of();
        if (awaited != null && offer.timeOf(awaited) == null) {
            return Optional.of(early().with("kind", "waits").with("of", awaited));
        }
        Optional<Instant> earliest = limit.end(offer, calendar);
        if (earliest.isEmpty()) {
            String field = limit.span() instanceof TimeSpan.DaysIn days ? days.field() : "";
            return Optional.of(early().with("kind", "no-days").with("field", field));
        }
        return earliest.filter(offer.at()::isBefore).map(from -> early().with("from", from));
    }

    private Reason early() {
        return Reasons.of(Reason.TOO_EARLY).with("event", transition.event());
    }
}
