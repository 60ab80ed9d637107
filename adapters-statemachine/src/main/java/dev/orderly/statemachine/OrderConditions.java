package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.order.Line;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The conditions of one transition on the order besides its data: its lines, its cases, its past. */
final class OrderConditions {

    private final Transition transition;
    private final UnitConditions units;
    private final WorkCalendar calendar;

    OrderConditions(Transition transition, UnitConditions units, WorkCalendar calendar) {
        this.transition = transition;
        this.units = units;
        this.calendar = calendar;
    }

    /**
     * How one of these kinds of conditions is checked.
     *
     * @throws IllegalArgumentException if this engine does not know the kind, for it must not pass over a condition
     */
    Function<RequestFacts, List<Reason>> check(Condition.Kind kind) {
        return switch (kind) {
            case WHEN_FLOW -> this::flowsNotSo;
            case LINES_AVAILABLE -> this::linesNotAvailable;
            case NO_OPEN_CASE -> this::caseOpen;
            case ONCE -> this::alreadyDone;
            default ->
                throw new IllegalArgumentException(
                        "Spring Statemachine's engine cannot check the condition \"" + kind.key() + "\"");
        };
    }

    /** Whether each flow is in a status that it must be in. */
    boolean fit(RequestFacts facts) {
        return flowsNotSo(facts).isEmpty();
    }

    private List<Reason> flowsNotSo(RequestFacts facts) {
        List<Reason> reasons = new ArrayList<>();
        for (FlowCondition test : transition.whenFlows()) {
            String status = facts.order().flowStatus(test.flow());
            if (status == null || !test.statuses().contains(status)) {
                Reason reason = Reasons.of(Reason.FLOW_NOT_SO)
                        .with("status", status == null ? "" : status)
                        .with("wanted", test.statuses());
                reasons.add(
                        test.flow().equals(FlowCondition.ORDER)
                                ? reason.with("kind", "order")
                                : reason.with("flow", test.flow()));
            }
        }
        return reasons;
    }

    private List<Reason> linesNotAvailable(RequestFacts facts) {
        if (!transition.linesAvailable()) {
            return List.of();
        }
        List<Line> lines = units.lines(facts);
        LocalDate today = calendar.dateOf(facts.at());
        List<Line> late =
                lines.stream().filter(line -> !line.isAvailableOn(today)).toList();
        if (late.isEmpty()) {
            return List.of();
        }
        return List.of(Reasons.of(Reason.LINE_NOT_AVAILABLE)
                .with("lines", late.stream().map(OrderConditions::titled).toList())
                .with(
                        "from",
                        late.stream()
                                .map(Line::availableFrom)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .map(LocalDate::toString)
                                .orElse("")));
    }

    private static String titled(Line line) {
        return line.title() + " (" + line.availableFrom() + ")";
    }

    private List<Reason> caseOpen(RequestFacts facts) {
        return transition.noOpenCase() && facts.order().hasOpenCase()
                ? List.of(Reasons.of(Reason.CASE_OPEN))
                : List.of();
    }

    private List<Reason> alreadyDone(RequestFacts facts) {
        Instant before = transition.once() ? facts.timeOf(transition.event()) : null;
        return before == null
                ? List.of()
                : List.of(Reasons.of(Reason.ALREADY_DONE)
                        .with("event", transition.event())
                        .with("at", before));
    }
}
