package dev.orderly.testkit.internal.scenario;

import dev.orderly.order.Line;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderFacts;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds data and times with which an order meets what a transition asks. Not thread-safe. */
public final class FittingRequests {

    private final Function<Field, List<?>> usual;
    private final Map<List<Object>, List<Object>> values = new HashMap<>();

    /** Takes values of fields, beside those that conditions speak of, from a function. */
    public FittingRequests(Function<Field, List<?>> usual) {
        this.usual = usual;
    }

    /** Data with which the order meets what a transition asks of data at a time; empty if no data can make it so. */
    public Optional<Data> data(TransitionGoal goal, Instant at, Choices choices) {
        if (!FittingAmounts.matter(goal)) {
            return constants(goal, at, choices, asked(goal.transition(), goal.view()));
        }
        FittingAmounts amounts = new FittingAmounts(
                goal,
                after -> meets(goal, after),
                field -> values(goal.workflow(), field, goal.view().number(), at));
        List<String> asked = asked(goal.transition(), goal.view());
        List<String> apart =
                asked.stream().filter(field -> !amounts.isOpen(field)).toList();
        return constants(goal, at, choices, apart).flatMap(data -> amounts.find(data, asked, choices));
    }

    private static boolean meets(TransitionGoal goal, Data after) {
        OrderFacts facts = new MergedFacts(goal.view(), after);
        return goal.transition().whenFields().stream()
                .allMatch(test ->
                        test.holds(facts.field(test.field()), goal.view().number()));
    }

    /** Data for fields that are compared with constants only. */
    private Optional<Data> constants(TransitionGoal goal, Instant at, Choices choices, List<String> asked) {
        Transition transition = goal.transition();
        Data data = Data.EMPTY;
        for (String name : asked) {
            boolean settable =
                    goal.view().field(name) == null || transition.writable().contains(name);
            List<Object> fitting = goal.workflow().field(name).stream()
                    .flatMap(field -> values(goal.workflow(), field, goal.view().number(), at).stream())
                    .filter(value -> meets(transition, name, value, goal.view().number()))
                    .toList();
            if (!settable || fitting.isEmpty()) {
                return Optional.empty();
            }
            data = data.with(name, choices.pick(fitting));
        }
        return Optional.of(data);
    }

    private static List<String> asked(Transition transition, OrderView view) {
        List<String> asked = new ArrayList<>(transition.needs());
        transition.has().stream().filter(field -> view.field(field) == null).forEach(asked::add);
        for (FieldCondition test : transition.whenFields()) {
            boolean absent = test.operator() == FieldCondition.Operator.ABSENT;
            if (!test.holds(view.field(test.field()), view.number()) && !absent) {
                asked.add(test.field());
            }
        }
        asked.removeAll(transition.written());
        return asked.stream().distinct().toList();
    }

    private static boolean meets(Transition transition, String field, Object value, String number) {
        return transition.whenFields().stream()
                .filter(test -> test.field().equals(field))
                .allMatch(test -> test.holds(value, number));
    }

    /** Values for some of the fields: for each, in one of so many cases. */
    public Data some(
            Workflow workflow, OrderView view, Instant at, Collection<String> fields, int cases, Choices choices) {
        Data data = Data.EMPTY;
        for (Field field : workflow.fields()) {
            List<Object> values = values(workflow, field, view.number(), at);
            if (fields.contains(field.name()) && !values.isEmpty() && choices.oneIn(cases)) {
                data = data.with(field.name(), choices.pick(values));
            }
        }
        return data;
    }

    /** Values that a field takes at a time, among them every one that the workflow's conditions speak of. */
    List<Object> values(Workflow workflow, Field field, String number, Instant at) {
        List<Object> known = values.computeIfAbsent(
                List.of(workflow.name(), field, number), key -> valuesOf(workflow, field, number));
        if (!field.isBoundByToday()) {
            return known;
        }
        LocalDate today = workflow.calendar().dateOf(at);
        return Stream.concat(known.stream(), around(field, today))
                .filter(value -> isTaken(() -> field.canonical(value, at, workflow.calendar())))
                .distinct()
                .toList();
    }

    /** Today, where a bound on either side makes it the only day that is sure, or a day on the allowed side. */
    private static Stream<Object> around(Field field, LocalDate today) {
        boolean notBefore = field.min() != null && field.min().isToday();
        boolean notAfter = field.max() != null && field.max().isToday();
        return notBefore && notAfter
                ? Stream.of(today)
                : Stream.of(notBefore ? today.plusYears(1) : today.minusYears(1));
    }

    private List<Object> valuesOf(Workflow workflow, Field field, String number) {
        Stream<Object> tested = workflow.transitions().stream()
                .flatMap(transition -> transition.whenFields().stream())
                .filter(test -> test.field().equals(field.name()))
                .flatMap(test -> test.operator() == FieldCondition.Operator.ORDER_NUMBER
                        ? Stream.of(number)
                        : test.values().stream());
        return Stream.concat(usual.apply(field).stream(), tested)
                .map(field::canonical)
                .distinct()
                .toList();
    }

    /** Values for a field of which nothing but the type and the bounds is known. */
    public static List<?> usual(Field field) {
        return switch (field.type()) {
            case TEXT -> List.of("T-1", "T-2");
            case NUMBER -> within(field, BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.valueOf(5));
            case YES_NO -> List.of(true, false);
            case CHOICE -> field.choices();
            case DATE -> within(field, LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-05"));
            case INSTANT -> List.of(ScenarioWriter.START);
            case MONEY -> within(field, Money.parse("12.50 EUR"));
        };
    }

    private static List<Object> within(Field field, Object... values) {
        Stream<Object> bounds = Stream.of(field.min(), field.max())
                .filter(bound -> bound != null && !bound.isToday())
                .map(bound -> Objects.requireNonNull(bound.value()));
        return Stream.concat(Stream.of(values), bounds)
                .filter(value -> isTaken(() -> field.canonical(value)))
                .toList();
    }

    private static boolean isTaken(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The first time at which a transition's limits and the lines of the order let it happen with the data. */
    public static Instant earliest(TransitionGoal goal, Data data) {
        Transition transition = goal.transition();
        WorkCalendar calendar = goal.workflow().calendar();
        OrderFacts facts = new MergedFacts(goal.view(), data);
        Stream<Instant> limits = Stream.of(transition.after(), transition.notBefore())
                .filter(Objects::nonNull)
                .flatMap(limit -> limit.end(facts, calendar).stream());
        Stream<Instant> lines = transition.linesAvailable()
                ? goal.view().lines().stream()
                        .map(Line::availableFrom)
                        .filter(Objects::nonNull)
                        .map(day -> day.atStartOfDay(calendar.zone()).toInstant())
                : Stream.empty();
        Instant last = goal.view().lastMove();
        return Stream.concat(limits, lines)
                .filter(last::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(last);
    }
}
