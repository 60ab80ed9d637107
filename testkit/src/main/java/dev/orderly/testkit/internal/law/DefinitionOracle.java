package dev.orderly.testkit.internal.law;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.order.PartView;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.AmountOracle;
import dev.orderly.testkit.internal.scenario.MergedFacts;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.OrderFacts;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The moves that a workflow allows, read off its definition alone: a second opinion beside every engine. */
final class DefinitionOracle {

    private static final Instant FIRST =
            FieldType.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            FieldType.LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Workflow workflow;
    private final Map<String, Guard> guards;

    DefinitionOracle(Workflow workflow, Map<String, Guard> guards) {
        this.workflow = workflow;
        this.guards = guards;
    }

    /**
     * A move that the definition allows.
     *
     * @param transition the first of the file that does
     * @param to where it leads
     * @param data the request's data, canonical, with what the transition writes
     * @param units how many units of each line are in which item status afterwards
     */
    record Allowed(Transition transition, String to, Data data, Map<String, Map<String, Integer>> units) {}

    /** What a step makes of an order; empty if nothing in the definition allows it. */
    Optional<Allowed> allowed(@Nullable Order order, ScenarioStep step, String number) {
        Request request = step.request();
        if (!isUsable(request)) {
            return Optional.empty();
        }
        OrderView unplaced = OrderState.of(number, "", request.at()).withLines(request.lines());
        if (step instanceof ScenarioStep.Place) {
            if (workflow.items() != null && request.lines().isEmpty()) {
                return Optional.empty();
            }
            return first(workflow, starts(workflow), unplaced, request);
        }
        Order placed = Objects.requireNonNull(order, "only an order that was placed can move");
        if (step instanceof ScenarioStep.OpenCase open) {
            return workflow.caseType(open.type())
                    .filter(type -> type.openIn().contains(placed.status()))
                    .filter(type -> !request.at().isBefore(placed.lastMove()))
                    .flatMap(type -> first(
                            type.workflow(),
                            starts(type.workflow()),
                            PartView.ofUnopened(placed, type.name(), request.at()),
                            request));
        }
        if (step instanceof ScenarioStep.MoveCase move) {
            return placed.findCase(move.caseId()).flatMap(aCase -> inCase(placed, aCase, request));
        }
        Optional<FlowEvent> ofFlow = workflow.flowEvent(request.event());
        if (ofFlow.isPresent() && !workflow.eventNames().contains(request.event())) {
            Request own = request.withEvent(ofFlow.get().event());
            return placed.flow(ofFlow.get().flow().name()).flatMap(flow -> inCase(placed, flow, own));
        }
        return first(workflow, workflow.transitionsFrom(placed.status()), placed, request);
    }

    /**
     * The step that an order is to take by itself: a flow that has not begun, of its parts in their order, then its own, and of
     * several events the one that stands first in the file; empty if it has none to take.
     *
     * @param at the time of the step before
     */
    Optional<Automatic> automatic(Order order, Instant at) {
        for (CaseType flow : workflow.flows()) {
            if (order.flow(flow.name()).isEmpty()) {
                return begin(flow, order);
            }
        }
        List<Automatic> ready = new ArrayList<>();
        for (OrderCase aCase : order.cases()) {
            workflow.caseType(aCase.ref().type())
                    .ifPresent(type ->
                            ready.addAll(automatic(type.workflow(), PartView.of(order, aCase), at, aCase.ref())));
        }
        ready.addAll(automatic(workflow, order, at, null));
        return ready.stream().findFirst();
    }

    /** The first way whose conditions the order's data meet. */
    private static Optional<Automatic> begin(CaseType flow, Order order) {
        CaseRef ref = new CaseRef(order.cases().size() + 1, flow.name());
        return starts(flow.workflow()).stream()
                .filter(start -> start.whenFields().stream()
                        .allMatch(test -> test.holds(order.field(test.field()), order.number())))
                .findFirst()
                .map(start -> new Automatic(
                        ref, new Allowed(start, start.target(""), Data.EMPTY, UnitOracle.counted(order))));
    }

    private List<Automatic> automatic(Workflow part, OrderView view, Instant at, @Nullable CaseRef about) {
        Instant time = view.lastMove().isAfter(at) ? view.lastMove() : at;
        return part.transitionsFrom(view.status()).stream()
                .filter(Transition::automatic)
                .map(Transition::event)
                .distinct()
                .flatMap(event -> first(
                        part,
                        part.transitionsFrom(view.status()),
                        view,
                        Request.of(event, Actor.system()).withTime(time))
                        .stream())
                .map(allowed -> new Automatic(about, allowed))
                .toList();
    }

    /**
     * A step that is taken by itself.
     *
     * @param about the case that takes it; null for the order
     * @param allowed what it does
     */
    record Automatic(@Nullable CaseRef about, Allowed allowed) {}

    private Optional<Allowed> inCase(Order order, OrderCase aCase, Request request) {
        return workflow.caseType(aCase.ref().type())
                .map(CaseType::workflow)
                .flatMap(part -> first(part, part.transitionsFrom(aCase.status()), PartView.of(order, aCase), request));
    }

    private static List<Transition> starts(Workflow workflow) {
        return workflow.transitions().stream().filter(Transition::isInitial).toList();
    }

    private static boolean isUsable(Request request) {
        String comment = request.comment();
        return isTime(request.at()) && (comment == null || comment.length() <= FieldType.MAX_TEXT_LENGTH);
    }

    /** Whether anything can happen at a time: in the years 1 to 9999. */
    static boolean isTime(Instant at) {
        return !at.isBefore(FIRST) && at.isBefore(END);
    }

    private Optional<Allowed> first(Workflow part, List<Transition> ways, OrderView order, Request request) {
        Optional<Data> data = read(order, request, part);
        return data.flatMap(given -> ways.stream()
                .filter(transition -> transition.event().equals(request.event()))
                .flatMap(transition -> AmountOracle.after(transition, part, order, given).stream()
                        .flatMap(after -> taken(transition, part, order, request, given, after)))
                .findFirst());
    }

    private Stream<Allowed> taken(
            Transition transition, Workflow part, OrderView order, Request request, Data given, Data after) {
        if (!allows(transition, part.calendar(), order, request, given, after)) {
            return Stream.empty();
        }
        return UnitOracle.after(transition, order, request.items()).stream()
                .map(units -> new Allowed(transition, transition.target(order.status()), after, units));
    }

    /** The values in their canonical form; empty if one is of no field or does not fit it. Blank texts do not count. */
    private static Optional<Data> read(OrderView order, Request request, Workflow part) {
        LocalDate today = part.calendar().dateOf(request.at());
        Data data = Data.EMPTY;
        for (Map.Entry<String, Object> entry : request.data().asMap().entrySet()) {
            if (entry.getValue() instanceof String text && text.isBlank()) {
                continue;
            }
            Optional<Object> value = part.field(entry.getKey())
                    .flatMap(field -> canonical(field, entry.getValue())
                            .filter(read -> read.equals(order.field(field.name())) || isInTime(field, read, today)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            data = data.with(entry.getKey(), value.get());
        }
        return Optional.of(data);
    }

    private static Optional<Object> canonical(Field field, Object value) {
        try {
            return Optional.of(field.canonical(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isInTime(Field field, Object value, LocalDate today) {
        return !(isToday(field.min()) && today.isAfter((LocalDate) value))
                && !(isToday(field.max()) && today.isBefore((LocalDate) value));
    }

    private static boolean isToday(@Nullable FieldBound bound) {
        return bound != null && bound.isToday();
    }

    private boolean allows(
            Transition t, WorkCalendar calendar, OrderView order, Request request, Data data, Data after) {
        OrderFacts facts = new MergedFacts(order, after);
        Instant at = request.at();
        LocalDate today = calendar.dateOf(at);
        return t.allows(request.actor().role())
                && t.needs().stream().allMatch(data::has)
                && t.has().stream().allMatch(field -> facts.field(field) != null)
                && t.whenFields().stream().allMatch(test -> test.holds(facts.field(test.field()), order.number()))
                && data.asMap().entrySet().stream().allMatch(e -> maySet(t, order, e.getKey(), e.getValue()))
                && t.whenFlows().stream().allMatch(test -> test.statuses().contains(order.flowStatus(test.flow())))
                && !(t.once() && order.timeOf(t.event()) != null)
                && !(t.noOpenCase() && order.hasOpenCase())
                && !(t.linesAvailable()
                        && !UnitOracle.lines(t, order, request.items()).stream()
                                .allMatch(line -> line.isAvailableOn(today)))
                && !at.isBefore(order.lastMove())
                && Stream.of(t.notBefore(), t.after())
                        .filter(Objects::nonNull)
                        .allMatch(limit -> ends(limit, facts, calendar, end -> !at.isBefore(end), false))
                && (t.within() == null || ends(t.within(), facts, calendar, end -> !at.isAfter(end), true))
                && t.guards().stream().noneMatch(name -> objects(name, order, request));
    }

    private static boolean maySet(Transition t, OrderView order, String field, Object value) {
        Object old = order.field(field);
        boolean tested = t.whenFields().stream().map(FieldCondition::field).anyMatch(field::equals)
                || t.comparisons().stream().map(FieldComparison::field).anyMatch(field::equals);
        boolean open = t.writable().contains(field) || (old == null && tested);
        return value.equals(old) || (open && !t.written().contains(field));
    }

    private static boolean ends(
            TimeLimit limit, OrderFacts facts, WorkCalendar calendar, Predicate<Instant> meets, boolean unless) {
        return limit.end(facts, calendar).map(meets::test).orElse(unless);
    }

    private boolean objects(String guard, OrderView order, Request request) {
        return Objects.requireNonNull(guards.get(guard), "the workflow names a guard that is missing")
                .objection(order, request)
                .isPresent();
    }
}
