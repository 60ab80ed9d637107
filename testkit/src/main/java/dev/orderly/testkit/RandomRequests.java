package dev.orderly.testkit;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Requests for a workflow: sensible ones, wrong ones, and garbage. */
final class RandomRequests {

    static final String NUMBER = "A-1";
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<Object> GARBAGE = List.of(
            "",
            "  ",
            "\0",
            "\uD800",
            "x".repeat(10_001),
            "NaN",
            "1e999999999",
            "-0",
            "+999999999-12-31",
            "0000-01-01",
            "1 XXX",
            "{field}",
            Double.NaN,
            Long.MIN_VALUE,
            new BigDecimal("1e-60"),
            LocalDate.MIN,
            LocalDate.MAX,
            Instant.MIN,
            Instant.MAX,
            List.of(),
            new Object());
    private static final List<Instant> TIMES = List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, START);

    private static final String LONG_NAME = "x".repeat(100_000);

    /** Hours after which every deadline of the presets has come. */
    private static final int LONG = 20 * 24;

    private final Workflow workflow;
    private final Random random;
    private final Map<String, List<Object>> values = new HashMap<>();

    RandomRequests(Workflow workflow, long seed) {
        this.workflow = workflow;
        this.random = RandomWorkflows.random(seed);
    }

    /** A request that places an order, by any of the workflow's starts. */
    Request start() {
        Transition start = pick(
                workflow.transitions().stream().filter(Transition::isInitial).toList());
        Data data = fitting(start, NUMBER, Data.EMPTY).orElse(Data.EMPTY);
        return Request.of(start.event(), Actor.of(role(start)))
                .with(data)
                .at(START)
                .lines(
                        Line.of("1", "Solaris", 1),
                        Line.of("2", "Eden", 1).availableFrom(LocalDate.parse("2026-03-06")));
    }

    /** A request to an order: more often than not one that some transition is made for. */
    Request next(Order order) {
        int hours = random.nextInt(5) == 0 ? LONG : random.nextInt(-2, 40);
        Instant at = order.lastMove().plus(Duration.ofHours(hours));
        List<Transition> here = workflow.transitionsFrom(order.status());
        if (here.isEmpty() || random.nextInt(4) == 0) {
            return any(pick(List.copyOf(workflow.eventNames())), pick(workflow.roles()), at);
        }
        Transition transition = pick(here);
        if (transition.after() != null && random.nextBoolean()) {
            at = order.lastMove().plus(Duration.ofHours(LONG));
        }
        Data data = fitting(transition, order.number(), order.fields()).orElse(Data.EMPTY);
        Request request =
                Request.of(transition.event(), Actor.of(role(transition))).with(data);
        return random.nextInt(5) == 0
                ? request.with(pick(workflow.fields()).name(), pick(GARBAGE)).at(at)
                : request.at(at);
    }

    /** A request with values of the right types, for whatever event and role. */
    Request any(String event, String role, Instant at) {
        Data data = Data.EMPTY;
        for (Field field : workflow.fields()) {
            if (random.nextInt(3) == 0) {
                data = data.with(field.name(), pick(values(field, NUMBER)));
            }
        }
        return Request.of(event, Actor.of(role)).with(data).at(at);
    }

    /** A request of which nothing need make sense. */
    Request garbage() {
        List<String> events = new ArrayList<>(workflow.eventNames());
        events.addAll(List.of("", " ", "\0", "migrate", "PLACE", "{event}", LONG_NAME));
        List<String> roles = new ArrayList<>(workflow.roles());
        roles.addAll(List.of("stranger", "ΔΙΑΧΕΙΡΙΣΤΗΣ"));
        Data data = Data.EMPTY;
        for (int i = random.nextInt(5); i > 0; i--) {
            String field = random.nextInt(4) == 0 || workflow.fields().isEmpty()
                    ? pick(List.of("", "\0", "colour", "kind", "{field}"))
                    : pick(workflow.fields()).name();
            data = data.with(field, pick(GARBAGE));
        }
        Instant at = random.nextInt(3) == 0 ? pick(TIMES) : START.plusSeconds(random.nextInt());
        return Request.of(pick(events), Actor.of(pick(roles))).with(data).at(at);
    }

    /** Data with which an order meets what a transition asks of data; empty if no data can make it so. */
    Optional<Data> fitting(Transition transition, String number, Data known) {
        Data data = Data.EMPTY;
        List<String> asked = new ArrayList<>(transition.needs());
        transition.has().stream().filter(f -> !known.has(f)).forEach(asked::add);
        for (FieldTest test : transition.when()) {
            boolean absent = test.operator() == FieldTest.Operator.ABSENT;
            if (!test.holds(known.get(test.field()), number) && !absent) {
                asked.add(test.field());
            }
        }
        for (String name : asked) {
            boolean settable = !known.has(name) || transition.writable().contains(name);
            List<Object> fitting = workflow.field(name).stream()
                    .flatMap(field -> values(field, number).stream())
                    .filter(v -> transition.when().stream()
                            .filter(test -> test.field().equals(name))
                            .allMatch(test -> test.holds(v, number)))
                    .toList();
            if (!settable || fitting.isEmpty()) {
                return Optional.empty();
            }
            data = data.with(name, pick(fitting));
        }
        return Optional.of(data);
    }

    /** Values of a field's type, among them every one that the workflow's conditions speak of. */
    private List<Object> values(Field field, String number) {
        return values.computeIfAbsent(field.name() + " of " + number, key -> valuesOf(field, number));
    }

    private List<Object> valuesOf(Field field, String number) {
        Stream<Object> usual = switch (field.type()) {
            case TEXT -> Stream.of("T-1", number);
            case NUMBER -> Stream.of(BigDecimal.ONE, new BigDecimal(3), new BigDecimal(5));
            case YES_NO -> Stream.of(true, false);
            case CHOICE -> field.choices().stream().map(Object.class::cast);
            case DATE -> Stream.of(LocalDate.parse("2026-03-03"));
            case INSTANT -> Stream.of(START);
            case MONEY -> Stream.of("12.50 EUR");
        };
        Stream<Object> tested = workflow.transitions().stream()
                .flatMap(t -> t.when().stream())
                .filter(test -> test.field().equals(field.name()))
                .flatMap(test -> test.values().stream());
        return Stream.concat(usual, tested).map(field::canonical).distinct().toList();
    }

    private String role(Transition transition) {
        return pick(transition.by().isEmpty() ? workflow.roles() : transition.by());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
