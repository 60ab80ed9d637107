package dev.orderly.decision;

import dev.orderly.order.Line;
import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transition, prepared for deciding. */
final class Candidate {

    private final Transition transition;
    private final WorkCalendar calendar;
    private final Set<String> writable;
    private final Set<String> tested = new HashSet<>();
    private final Map<String, Guard> guards;
    private final boolean timed;

    Candidate(Transition transition, WorkCalendar calendar, Map<String, Guard> guards) {
        this.transition = transition;
        this.calendar = calendar;
        this.guards = guards;
        this.writable = Set.copyOf(transition.writable());
        this.timed = transition.within() != null || transition.notBefore() != null || transition.after() != null;
        transition.when().forEach(test -> tested.add(test.field()));
    }

    Transition transition() {
        return transition;
    }

    boolean allows(String role) {
        return transition.allows(role);
    }

    /** Tells whether the request's and the order's data fit the conditions by which alternatives are told apart. */
    boolean fits(Attempt attempt) {
        for (FieldTest test : transition.when()) {
            if (!test.holds(attempt.field(test.field()), attempt.number())) {
                return false;
            }
        }
        return true;
    }

    /** Everything that speaks against the transition, of every kind. */
    void collect(Attempt attempt, Objections objections) {
        data(attempt, objections);
        conditions(attempt, objections);
        standing(attempt, objections);
    }

    /** What speaks against the transition whatever data come with the request. */
    void standing(Attempt attempt, Objections objections) {
        if (transition.linesAvailable()) {
            lines(attempt, objections);
        }
        if (transition.noOpenCase() && attempt.order().hasOpenCase()) {
            objections.add(Kind.CASE_OPEN, Reason.of(Reason.CASE_OPEN));
        }
        if (transition.once()) {
            Instant before = attempt.timeOf(transition.event());
            if (before != null) {
                objections.add(Kind.ALREADY_DONE, about(Reason.ALREADY_DONE).with("at", before));
            }
        }
        if (attempt.at().isBefore(attempt.order().lastMove())) {
            objections.add(Kind.TOO_EARLY, outOfOrder(attempt));
        }
        if (timed) {
            notBefore(transition.after(), attempt, objections);
            notBefore(transition.notBefore(), attempt, objections);
            within(attempt, objections);
        }
        for (Map.Entry<String, Guard> guard : guards.entrySet()) {
            ask(guard.getKey(), guard.getValue(), attempt).ifPresent(reason -> objections.add(Kind.GUARD, reason));
        }
    }

    /** The fields that must come with the request because the order does not have them. */
    List<String> missing(Attempt attempt) {
        List<String> missing = List.of();
        for (String field : transition.needs()) {
            missing = attempt.input().gives(field) ? missing : add(missing, field);
        }
        for (String field : transition.has()) {
            missing = attempt.knows(field) ? missing : add(missing, field);
        }
        for (FieldTest test : transition.when()) {
            boolean asks = test.operator() != FieldTest.Operator.ABSENT;
            missing = !asks || attempt.knows(test.field()) ? missing : add(missing, test.field());
        }
        return missing;
    }

    private static List<String> add(List<String> before, String field) {
        if (before.contains(field)) {
            return before;
        }
        List<String> after = new ArrayList<>(before);
        after.add(field);
        return List.copyOf(after);
    }

    /** The conditions that the values which are there do not meet. */
    void conditions(Attempt attempt, Objections objections) {
        for (FieldTest test : transition.when()) {
            Object value = attempt.field(test.field());
            boolean open = value == null && test.operator() != FieldTest.Operator.ABSENT;
            if (!open && !test.holds(value, attempt.number())) {
                objections.add(
                        Kind.CONDITION_NOT_MET,
                        Reason.of(Reason.CONDITION_NOT_MET)
                                .with("field", test.field())
                                .with("expected", expected(test))
                                .with("actual", String.valueOf(value)));
            }
        }
    }

    private void data(Attempt attempt, Objections objections) {
        List<String> missing = missing(attempt);
        if (!missing.isEmpty()) {
            objections.add(Kind.DATA_MISSING, Reason.of(Reason.DATA_MISSING).with("fields", missing));
        }
        for (Reason wrong : attempt.input().wrong().values()) {
            objections.add(Kind.DATA_INVALID, wrong);
        }
        for (Map.Entry<String, Object> given : attempt.data().asMap().entrySet()) {
            if (!mayGive(given.getKey(), given.getValue(), attempt)) {
                objections.add(
                        Kind.DATA_INVALID,
                        about(Reason.DATA_INVALID)
                                .with("kind", "not-taken")
                                .with("field", given.getKey())
                                .with("value", given.getValue().toString()));
            }
        }
    }

    private boolean mayGive(String field, Object value, Attempt attempt) {
        if (writable.contains(field)) {
            return true;
        }
        Object before = attempt.order().field(field);
        return before == null ? tested.contains(field) : before.equals(value);
    }

    private static String expected(FieldTest test) {
        return switch (test.operator()) {
            case IS -> joined(test);
            case PRESENT -> "given";
            case ABSENT -> "left out";
            case ORDER_NUMBER -> "the order's number";
            case IS_NOT -> "other than " + joined(test);
            case AT_LEAST -> "≥ " + joined(test);
            case AT_MOST -> "≤ " + joined(test);
            case MORE_THAN -> "> " + joined(test);
            case LESS_THAN -> "< " + joined(test);
        };
    }

    private static String joined(FieldTest test) {
        return String.join(" / ", test.values().stream().map(Object::toString).toList());
    }

    private void lines(Attempt attempt, Objections objections) {
        LocalDate today = calendar.dateOf(attempt.at());
        List<String> waiting = attempt.lines().stream()
                .filter(line -> !line.isAvailableOn(today))
                .map(line -> line.title() + " (" + line.availableFrom() + ")")
                .toList();
        if (!waiting.isEmpty()) {
            objections.add(
                    Kind.LINE_NOT_AVAILABLE,
                    Reason.of(Reason.LINE_NOT_AVAILABLE).with("lines", waiting).with("from", latest(attempt.lines())));
        }
    }

    private static String latest(List<Line> lines) {
        return lines.stream()
                .map(Line::availableFrom)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("");
    }

    private void notBefore(@Nullable Limit limit, Attempt attempt, Objections objections) {
        if (limit == null) {
            return;
        }
        Optional<Instant> earliest = limit.end(attempt, calendar);
        if (earliest.isEmpty()) {
            Reason reason = about(Reason.TOO_EARLY);
            objections.add(
                    Kind.TOO_EARLY,
                    limit.of() == null ? reason : reason.with("kind", "waits").with("of", limit.of()));
        } else if (attempt.at().isBefore(earliest.get())) {
            objections.add(Kind.TOO_EARLY, about(Reason.TOO_EARLY).with("from", earliest.get()));
        }
    }

    private void within(Attempt attempt, Objections objections) {
        Limit limit = transition.within();
        if (limit == null) {
            return;
        }
        Optional<Instant> latest = limit.end(attempt, calendar);
        if (latest.isPresent() && attempt.at().isAfter(latest.get())) {
            objections.add(Kind.TOO_LATE, about(Reason.TOO_LATE).with("until", latest.get()));
        }
    }

    private Reason outOfOrder(Attempt attempt) {
        return about(Reason.TOO_EARLY)
                .with("kind", "out-of-order")
                .with("at", attempt.at())
                .with("last", attempt.order().lastMove());
    }

    private Reason about(String code) {
        return Reason.of(code).with("event", transition.event());
    }

    private static Optional<Reason> ask(String name, Guard guard, Attempt attempt) {
        try {
            return guard.objection(attempt.order(), attempt.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "guard \"" + name + "\" failed for event "
                            + attempt.request().event() + " of order " + attempt.number()
                            + ": a guard must answer, not throw",
                    e);
        }
    }
}
