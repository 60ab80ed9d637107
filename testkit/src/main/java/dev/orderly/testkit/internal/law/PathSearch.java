package dev.orderly.testkit.internal.law;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.Choices;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.testkit.internal.scenario.NamedItems;
import dev.orderly.testkit.internal.scenario.TransitionGoal;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for requests that lead an order to a done status: the nearest statuses first, each with several data and times.
 */
final class PathSearch {

    /** Orders that are looked at before the search gives up; far more than any real workflow needs. */
    private static final int MOST_ORDERS = 2_000;

    private static final int FAR = Integer.MAX_VALUE;
    private static final int DATA_TRIES = 6;
    private static final List<Duration> WAITS =
            List.of(Duration.ZERO, Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(18));

    private final Decider decider;
    private final Workflow workflow;
    private final FittingRequests fitting;
    private final boolean opensCases;
    private final Map<String, Integer> distances = new HashMap<>();

    PathSearch(Decider decider, FittingRequests fitting) {
        this.decider = decider;
        this.workflow = decider.workflow();
        this.fitting = fitting;
        this.opensCases = Stream.concat(
                        Stream.of(workflow), workflow.parts().stream().map(CaseType::workflow))
                .flatMap(part -> part.transitions().stream())
                .anyMatch(transition -> transition.automatic() && transition.noOpenCase());
        measure();
    }

    /** Cases are opened, one at a time, where an open one keeps something from happening by itself. */
    private boolean isTried(ScenarioStep step, Order order) {
        return !(step instanceof ScenarioStep.OpenCase) || (opensCases && !order.hasOpenCase());
    }

    /** How many moves each status is away from a done one, as if there were no conditions. */
    private void measure() {
        workflow.statuses().stream().filter(Status::done).forEach(status -> distances.put(status.name(), 0));
        for (int distance = 1; distance <= workflow.statuses().size(); distance++) {
            for (Transition transition : workflow.transitions()) {
                int next = transition.to() == null ? FAR : distances.getOrDefault(transition.to(), FAR);
                int step = distance;
                if (next < step) {
                    transition.from().forEach(status -> distances.putIfAbsent(status, step));
                }
            }
        }
    }

    /** Whether some requests lead an order to a done status. */
    boolean isThere(Order order) {
        PriorityQueue<Order> open =
                new PriorityQueue<>(Comparator.comparing((Order o) -> distances.getOrDefault(o.status(), FAR))
                        .thenComparing(PathSearch::openFlows));
        Set<Object> seen = new HashSet<>();
        open.add(order);
        while (!open.isEmpty() && seen.size() < MOST_ORDERS) {
            Order next = open.remove();
            if (isFinished(next)) {
                return true;
            }
            for (Order after : after(next)) {
                if (seen.add(place(after))) {
                    open.add(after);
                }
            }
        }
        return false;
    }

    private static long openFlows(Order order) {
        return order.cases().stream()
                .filter(part -> part.isFlow() && part.open())
                .count();
    }

    /** Whether the order is done, and each of its flows and units. */
    private boolean isFinished(Order order) {
        ItemRules rules = workflow.items();
        return order.done()
                && order.cases().stream().noneMatch(part -> part.isFlow() && part.open())
                && (rules == null
                        || rules.statuses().stream()
                                .filter(status -> !status.done())
                                .allMatch(status -> order.items().total(status.name()) == 0));
    }

    /** What can matter for an order's way on, time aside. */
    private static Object place(Order order) {
        Set<String> happened = new TreeSet<>();
        order.trail().steps().forEach(step -> happened.add(step.event()));
        return List.of(
                order.status(),
                order.fields(),
                order.items(),
                happened,
                order.cases().stream().map(c -> List.of(c.status(), c.fields())).toList());
    }

    private List<Order> after(Order order) {
        List<Order> after = new ArrayList<>();
        for (TransitionGoal goal : TransitionGoal.of(workflow, order)) {
            for (int i = 0; i < DATA_TRIES; i++) {
                Optional<Data> data = fitting.data(goal, order.lastMove(), new Choices(i / 2));
                Data more = i % 2 == 0
                        ? Data.EMPTY
                        : fitting.some(
                                goal.workflow(),
                                goal.view(),
                                order.lastMove(),
                                goal.transition().writable(),
                                1,
                                new Choices(i));
                data.ifPresent(needed -> ask(goal, more.with(needed), order, after));
            }
        }
        return after;
    }

    private void ask(TransitionGoal goal, Data data, Order order, List<Order> after) {
        Instant earliest = FittingRequests.earliest(goal, data);
        List<String> roles = goal.transition().by().isEmpty()
                ? workflow.roles()
                : goal.transition().by();
        for (String role : roles) {
            for (Duration wait : WAITS) {
                for (List<LineQuantity> items : NamedItems.whole(goal.transition(), order)) {
                    Request request = Request.of(goal.transition().event(), Actor.of(role, "anna"))
                            .with(data)
                            .withItems(items)
                            .withTime(earliest.plus(wait));
                    ScenarioStep step = goal.step().apply(request);
                    if (isTried(step, order)
                            && step.ask(decider, order.number(), order).orElse(null) instanceof Accepted accepted) {
                        after.add(accepted.order());
                    }
                }
            }
        }
    }
}
