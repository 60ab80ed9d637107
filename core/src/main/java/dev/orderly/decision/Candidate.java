package dev.orderly.decision;

import dev.orderly.order.Line;
import dev.orderly.workflow.FieldTest;
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

/** One transition, prepared for deciding. */
final class Candidate {

    private final Transition transition;
    private final WorkCalendar calendar;
    private final Set<String> writable;
    private final Set<String> tested = new HashSet<>();
    private final Map<String, Guard> guards;
    private final TimeRules times;

    Candidate(Transition transition, WorkCalendar calendar, Map<String, Guard> guards) {
        this.transition = transition;
        this.calendar = calendar;
        this.guards = guards;
        this.writable = Set.copyOf(transition.writable());
        this.times = new TimeRules(transition, calendar);
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
        for (FieldTest test : transition.when()) {
            condition(test, attempt, objections);
        }
        standing(attempt, objections);
        times.collect(attempt, objections);
    }

    /** What speaks against the transition whatever data come with the request. */
    void lasting(Attempt attempt, Objections objections) {
        for (FieldTest test : transition.when()) {
            if (!isChangeable(test)) {
                condition(test, attempt, objections);
            }
        }
        standing(attempt, objections);
        times.lasting(attempt, objections);
    }

    private void standing(Attempt attempt, Objections objections) {
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
            objections.add(
                    Kind.TOO_EARLY,
                    outOfOrder(transition.event(), attempt.at(), attempt.order().lastMove()));
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

    /**
     * The fields that must come with the request: those that are missing, and those whose values of now speak against
     * the transition although the request may change them.
     */
    List<String> asked(Attempt attempt) {
        List<String> asked = missing(attempt);
        for (FieldTest test : transition.when()) {
            if (isChangeable(test) && !test.holds(attempt.field(test.field()), attempt.number())) {
                asked = add(asked, test.field());
            }
        }
        for (String field : times.asked(attempt)) {
            asked = add(asked, field);
        }
        return asked;
    }

    private boolean isChangeable(FieldTest test) {
        return writable.contains(test.field()) && test.operator() != FieldTest.Operator.ABSENT;
    }

    private static List<String> add(List<String> before, String field) {
        if (before.contains(field)) {
            return before;
        }
        List<String> after = new ArrayList<>(before);
        after.add(field);
        return List.copyOf(after);
    }

    /** Speaks against the transition where the value that is there does not meet a condition. */
    private static void condition(FieldTest test, Attempt attempt, Objections objections) {
        Object value = attempt.field(test.field());
        boolean open = value == null && test.operator() != FieldTest.Operator.ABSENT;
        if (open || test.holds(value, attempt.number())) {
            return;
        }
        Reason reason =
                Reason.of(Reason.CONDITION_NOT_MET).with("field", test.field()).with("actual", String.valueOf(value));
        objections.add(Kind.CONDITION_NOT_MET, expecting(reason, test));
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

    /** What a value should be is said by numbers and words of the workflow, or else by a sentence of its own. */
    private static Reason expecting(Reason reason, FieldTest test) {
        return switch (test.operator()) {
            case IS, PRESENT -> reason.with("expected", joined(test));
            case IS_NOT -> reason.with("kind", "is-not").with("expected", joined(test));
            case ABSENT -> reason.with("kind", "absent");
            case ORDER_NUMBER -> reason.with("kind", "order-number");
            case AT_LEAST -> reason.with("expected", "≥ " + joined(test));
            case AT_MOST -> reason.with("expected", "≤ " + joined(test));
            case MORE_THAN -> reason.with("expected", "> " + joined(test));
            case LESS_THAN -> reason.with("expected", "< " + joined(test));
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
