package dev.orderly.decision;

import dev.orderly.order.Line;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One transition, prepared for deciding. */
final class CompiledTransition {

    private final Transition transition;
    private final WorkCalendar calendar;
    private final Map<String, Guard> guards;
    private final DataRules data;
    private final TimeRules times;

    CompiledTransition(Transition transition, WorkCalendar calendar, Map<String, Guard> guards) {
        this.transition = transition;
        this.calendar = calendar;
        this.guards = guards;
        this.data = new DataRules(transition);
        this.times = new TimeRules(transition, calendar);
    }

    Transition transition() {
        return transition;
    }

    boolean allows(String role) {
        return transition.allows(role);
    }

    /** Whether the data fit the conditions that distinguish alternatives. */
    boolean fits(Attempt attempt) {
        return data.fit(attempt);
    }

    /**
     * The fields that must come with the request: those that are missing, and those whose values of now speak against
     * the transition although the request may change them.
     */
    Set<String> asked(Attempt attempt) {
        Set<String> asked = new LinkedHashSet<>(data.asked(attempt));
        asked.addAll(times.asked(attempt));
        return asked;
    }

    /** Everything that speaks against the transition, of every kind. */
    void collect(Attempt attempt, Objections objections) {
        data.collect(attempt, objections);
        standing(attempt, objections);
        times.collect(attempt, objections);
    }

    /** What speaks against the transition whatever data come with the request. */
    void lasting(Attempt attempt, Objections objections) {
        data.lasting(attempt, objections);
        standing(attempt, objections);
        times.lasting(attempt, objections);
    }

    private void standing(Attempt attempt, Objections objections) {
        if (transition.linesAvailable()) {
            lines(attempt, objections);
        }
        if (transition.noOpenCase() && attempt.order().hasOpenCase()) {
            objections.add(ReasonPriority.CASE_OPEN, Reason.of(Reason.CASE_OPEN));
        }
        if (transition.once()) {
            Instant before = attempt.timeOf(transition.event());
            if (before != null) {
                objections.add(
                        ReasonPriority.ALREADY_DONE, about(Reason.ALREADY_DONE).with("at", before));
            }
        }
        if (attempt.at().isBefore(attempt.order().lastMove())) {
            objections.add(
                    ReasonPriority.TOO_EARLY,
                    outOfOrder(transition.event(), attempt.at(), attempt.order().lastMove()));
        }
        if (guards.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Guard> guard : guards.entrySet()) {
            ask(guard.getKey(), guard.getValue(), attempt)
                    .ifPresent(reason -> objections.add(ReasonPriority.GUARD, reason));
        }
    }

    private void lines(Attempt attempt, Objections objections) {
        if (!isAnyDated(attempt.lines())) { // as usual: reckoning the day takes longer than the rest
            return;
        }
        LocalDate today = calendar.dateOf(attempt.at());
        List<String> waiting = attempt.lines().stream()
                .filter(line -> !line.isAvailableOn(today))
                .map(line -> line.title() + " (" + line.availableFrom() + ")")
                .toList();
        if (!waiting.isEmpty()) {
            objections.add(
                    ReasonPriority.LINE_NOT_AVAILABLE,
                    Reason.of(Reason.LINE_NOT_AVAILABLE).with("lines", waiting).with("from", latest(attempt.lines())));
        }
    }

    private static boolean isAnyDated(List<Line> lines) {
        for (Line line : lines) {
            if (line.availableFrom() != null) {
                return true;
            }
        }
        return false;
    }

    private static String latest(List<Line> lines) {
        return lines.stream()
                .map(Line::availableFrom)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
    }

    static Reason outOfOrder(String event, Instant at, Instant last) {
        return Reason.of(Reason.TOO_EARLY)
                .with("kind", "out-of-order")
                .with("event", event)
                .with("at", at)
                .with("last", last);
    }

    private Reason about(String code) {
        return Reason.of(code).with("event", transition.event());
    }

    private static Optional<Reason> ask(String name, Guard guard, Attempt attempt) {
        Optional<Reason> answer;
        try {
            answer = guard.objection(attempt.order(), attempt.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(broken(name, attempt) + ": a guard must answer, not throw", e);
        }
        if (answer == null) {
            throw new IllegalStateException(
                    broken(name, attempt) + ": it must answer with an Optional, but answered null");
        }
        return answer;
    }

    private static String broken(String guard, Attempt attempt) {
        return "guard \"" + guard + "\" failed for event \"" + attempt.request().event() + "\" of order "
                + attempt.number();
    }
}
