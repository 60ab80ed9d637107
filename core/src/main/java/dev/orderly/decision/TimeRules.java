package dev.orderly.decision;

import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When one transition may happen: not before, and not after. */
final class TimeRules {

    private final Transition transition;
    private final WorkCalendar calendar;
    private final Set<String> writable;
    private final List<TimeLimit> limits;

    TimeRules(Transition transition, WorkCalendar calendar) {
        this.transition = transition;
        this.calendar = calendar;
        this.writable = Set.copyOf(transition.writable());
        this.limits = Stream.of(transition.after(), transition.notBefore(), transition.within())
                .filter(Objects::nonNull)
                .toList();
    }

    void collect(Attempt attempt, Objections objections) {
        if (!limits.isEmpty()) {
            limits(attempt, limit -> true, objections);
        }
    }

    /** What speaks against the transition whatever data come with the request. */
    void lasting(Attempt attempt, Objections objections) {
        limits(attempt, limit -> movedBy(limit, attempt).isEmpty(), objections);
    }

    /** The fields that must come with the request because a limit that they can move is in the way. */
    List<String> asked(Attempt attempt) {
        List<String> asked = new ArrayList<>();
        for (TimeLimit limit : limits) {
            Objections objections = new Objections();
            limits(attempt, limit::equals, objections);
            if (!objections.isEmpty()) {
                movedBy(limit, attempt).ifPresent(asked::add);
            }
        }
        return asked;
    }

    /** A field that the request may set and that says when the limit is. */
    private Optional<String> movedBy(TimeLimit limit, Attempt attempt) {
        String days = limit.span() instanceof TimeSpan.DaysIn in ? in.field() : null;
        return Stream.of(days, limit.dateField())
                .filter(field -> field != null && (writable.contains(field) || isAskedFirst(field, attempt)))
                .findFirst();
    }

    /** A field that distinguishes alternatives can be given while it has no value. */
    private boolean isAskedFirst(String field, Attempt attempt) {
        return attempt.order().field(field) == null
                && transition.whenFields().stream()
                        .anyMatch(test ->
                                test.field().equals(field) && test.operator() != FieldCondition.Operator.ABSENT);
    }

    private void limits(Attempt attempt, Predicate<TimeLimit> which, Objections objections) {
        notBefore(transition.after(), attempt, which, objections);
        notBefore(transition.notBefore(), attempt, which, objections);
        within(attempt, which, objections);
    }

    private void notBefore(
            @Nullable TimeLimit limit, Attempt attempt, Predicate<TimeLimit> which, Objections objections) {
        if (limit == null) {
            return;
        }
        String of = limit.of();
        if (of != null && attempt.timeOf(of) == null) {
            objections.add(
                    ReasonPriority.TOO_EARLY,
                    about(Reason.TOO_EARLY).with("kind", "waits").with("of", of));
            return;
        }
        if (!which.test(limit)) {
            return;
        }
        Instant earliest = limit.end(attempt, calendar).orElse(null);
        if (earliest == null) {
            objections.add(ReasonPriority.TOO_EARLY, withoutDays(limit));
        } else if (attempt.at().isBefore(earliest)) {
            objections.add(ReasonPriority.TOO_EARLY, about(Reason.TOO_EARLY).with("from", earliest));
        }
    }

    private void within(Attempt attempt, Predicate<TimeLimit> which, Objections objections) {
        TimeLimit limit = transition.within();
        if (limit == null || !which.test(limit)) {
            return;
        }
        Optional<Instant> latest = limit.end(attempt, calendar);
        if (latest.isPresent() && attempt.at().isAfter(latest.get())) {
            objections.add(ReasonPriority.TOO_LATE, about(Reason.TOO_LATE).with("until", latest.get()));
        }
    }

    /** A limit whose start has happened has no end only where the field that says how many days has no value. */
    private Reason withoutDays(TimeLimit limit) {
        String field = limit.span() instanceof TimeSpan.DaysIn days ? days.field() : "";
        return about(Reason.TOO_EARLY).with("kind", "no-days").with("field", field);
    }

    private Reason about(String code) {
        return Reason.of(code).with("event", transition.event());
    }
}
