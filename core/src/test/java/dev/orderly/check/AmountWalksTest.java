package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every order of workflows that add, set, compare and bound two small numbers, gone through one by one. */
class AmountWalksTest {

    private static final List<String> STATUSES = List.of("a", "b", "c", "end");
    private static final List<String> EVENTS = List.of("go", "move", "turn");
    private static final List<BigDecimal> VALUES =
            List.of("0", "0.5", "1", "1.5", "2").stream().map(BigDecimal::new).toList();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /**
     * One order.
     *
     * @param status where it is; empty before it is placed
     */
    private record Place(String status, Data data) {}

    private static Workflow workflow(Random random) {
        boolean bounded = random.nextBoolean();
        Field m = Field.of("m", FieldType.NUMBER).withBounds(0, 2);
        WorkflowBuilder<String, String> builder = Workflow.builder("small")
                .roles("staff")
                .field(bounded ? m.withAtMost(Reference.field("n")) : m)
                .field(Field.of("n", FieldType.NUMBER).withBounds(0, 2))
                .status("end", s -> s.done());
        STATUSES.subList(0, 3).forEach(status -> builder.status(status, s -> {}));
        builder.transition("place", t -> rule(t.to("a"), random));
        for (int i = random.nextInt(3, 9); i > 0; i--) {
            builder.transition(EVENTS.get(i % EVENTS.size()), t -> {
                t.from(pick(STATUSES.subList(0, 3), random));
                rule(random.nextInt(4) == 0 ? t : t.to(pick(STATUSES, random)), random);
            });
        }
        return builder.build();
    }

    private static void rule(TransitionBuilder<String> t, Random random) {
        for (String field : List.of("m", "n")) {
            switch (random.nextInt(10)) {
                case 0 -> t.takes(field);
                case 1 -> t.needs(field);
                case 2 -> t.add(field, random.nextInt(1, 3));
                case 3 -> t.set(field, random.nextInt(0, 3));
                case 4 -> t.add(field, Reference.field(field.equals("m") ? "n" : "m"));
                case 5 -> t.set(field, Reference.field(field.equals("m") ? "n" : "m"));
                default -> {}
            }
            if (random.nextInt(4) == 0) {
                Operator operator = pick(
                        List.of(Operator.AT_MOST, Operator.AT_LEAST, Operator.MORE_THAN, Operator.LESS_THAN), random);
                t.whenField(new FieldCondition(field, operator, List.of(BigDecimal.valueOf(random.nextInt(0, 3)))));
            } else if (random.nextInt(10) == 0) {
                t.whenField(FieldCondition.absent(field));
            }
        }
        if (random.nextInt(8) == 0) {
            t.whenField(FieldComparison.lessThan("m", Reference.field("n")));
        }
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Data> requests() {
        List<Data> requests = new ArrayList<>(List.of(Data.EMPTY));
        for (BigDecimal m : VALUES) {
            requests.add(Data.of("m", m));
            requests.add(Data.of("n", m));
            VALUES.forEach(n -> requests.add(Data.of("m", m).with("n", n)));
        }
        return requests;
    }

    /** Every order that there can be, each with those that it can become by one step. */
    private static Map<Place, Set<Place>> orders(Workflow workflow, Set<String> taken) {
        Engine engine = Engine.table(workflow, Map.of());
        Map<Place, Set<Place>> orders = new LinkedHashMap<>();
        List<Place> waiting = new ArrayList<>(List.of(new Place("", Data.EMPTY)));
        while (!waiting.isEmpty()) {
            Place place = waiting.remove(0);
            if (orders.containsKey(place)) {
                continue;
            }
            Set<Place> next = new HashSet<>();
            for (String event : place.status().isEmpty() ? List.of("place") : EVENTS) {
                for (Data data : requests()) {
                    Request request =
                            Request.of(event, Actor.of("staff")).with(data).withTime(NOW);
                    if (answer(engine, place, request) instanceof Allowed allowed) {
                        taken.add("transitions/" + workflow.transitions().indexOf(allowed.transition()));
                        next.add(new Place(allowed.to(), place.data().with(allowed.data())));
                    }
                }
            }
            orders.put(place, next);
            waiting.addAll(next);
        }
        return orders;
    }

    private static Verdict answer(Engine engine, Place place, Request request) {
        if (place.status().isEmpty()) {
            return engine.judgeStart("A-1", request);
        }
        OrderState order = OrderState.of("A-1", place.status(), NOW);
        for (Map.Entry<String, Object> field : place.data().asMap().entrySet()) {
            order = order.with(field.getKey(), field.getValue());
        }
        return engine.judge(order, request);
    }

    private static Set<Place> stuck(Map<Place, Set<Place>> orders) {
        Set<Place> finishing = new HashSet<>();
        orders.keySet().stream().filter(place -> place.status().equals("end")).forEach(finishing::add);
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Place, Set<Place>> order : orders.entrySet()) {
                if (order.getValue().stream().anyMatch(finishing::contains)) {
                    more |= finishing.add(order.getKey());
                }
            }
        }
        Set<Place> stuck = new HashSet<>(orders.keySet());
        stuck.removeAll(finishing);
        stuck.removeIf(place -> place.status().isEmpty());
        return stuck;
    }

    @Property(tries = 400)
    void no_order_gets_stuck_of_which_the_checker_says_nothing(@ForAll long seed) {
        Workflow workflow = workflow(new Random(seed));
        List<Problem> problems = Checker.check(workflow);
        if (problems.stream().anyMatch(problem -> problem.code().equals("wrong-condition"))) {
            return;
        }
        Set<String> taken = new HashSet<>();
        Map<Place, Set<Place>> orders = orders(workflow, taken);

        assertThat(stuck(orders))
                .as("stuck orders of which nothing is said in " + problems + "\n" + WorkflowFiles.toYaml(workflow))
                .allMatch(place -> problems.stream()
                        .filter(problem -> Set.of("stuck-order", "trapped-status", "uncertain-way-out")
                                .contains(problem.code()))
                        .anyMatch(problem -> problem.path().equals("statuses/" + place.status())));
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("unreachable-alternative"))
                .as("transitions that are called dead and are taken in " + WorkflowFiles.toYaml(workflow))
                .noneMatch(problem -> taken.stream().anyMatch(problem.path()::equals));
        Set<String> reached = new HashSet<>();
        orders.keySet().forEach(place -> reached.add("statuses/" + place.status()));
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("unreachable-status"))
                .noneMatch(problem -> reached.contains(problem.path()));
    }
}
