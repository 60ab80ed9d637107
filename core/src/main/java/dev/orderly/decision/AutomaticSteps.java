package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderView;
import dev.orderly.order.PartView;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The steps that follow another one by themselves, because it has made the conditions of automatic transitions true. */
final class AutomaticSteps {

    /** How many can follow one another: far more than there are without a circle, and circles are refused by the checker. */
    private static final int MOST = 1_000;

    private final Engine engine;
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, List<String>> events;
    private final Map<String, Engine> caseEngines = new HashMap<>();
    private final Map<String, Map<String, List<String>>> caseEvents = new HashMap<>();
    private final StepMaker steps;

    private record Flow(String name, Engine engine, FlowBeginning beginning) {}

    /** Those of an order by its engine, and of its flows and cases by theirs. */
    AutomaticSteps(Engine engine, Map<String, Engine> cases, StepMaker steps) {
        this.engine = engine;
        this.events = byStatus(engine.workflow());
        this.steps = steps;
        for (CaseType flow : engine.workflow().flows()) {
            flows.add(new Flow(
                    flow.name(), Objects.requireNonNull(cases.get(flow.name())), new FlowBeginning(flow.workflow())));
        }
        cases.forEach((type, caseEngine) -> {
            Map<String, List<String>> own = byStatus(caseEngine.workflow());
            if (!own.isEmpty()) {
                caseEngines.put(type, caseEngine);
                caseEvents.put(type, own);
            }
        });
    }

    /** The automatic events of each status that has some, in the order of the file. */
    private static Map<String, List<String>> byStatus(Workflow workflow) {
        Map<String, List<String>> events = new HashMap<>();
        for (Transition transition : workflow.transitions()) {
            if (transition.automatic()) {
                for (String status : transition.from()) {
                    List<String> here = events.computeIfAbsent(status, s -> new ArrayList<>());
                    if (!here.contains(transition.event())) {
                        here.add(transition.event());
                    }
                }
            }
        }
        return events;
    }

    /** Those that follow a step of an order at once. */
    List<AcceptedStep> follow(Order order, Instant at) {
        if (events.isEmpty() && caseEvents.isEmpty() && flows.isEmpty()) {
            return List.of();
        }
        List<AcceptedStep> following = new ArrayList<>();
        Order now = order;
        for (Optional<AcceptedStep> next = next(now, at); next.isPresent(); next = next(now, at)) {
            following.add(next.get());
            now = next.get().order();
            if (following.size() == MOST) {
                throw new IllegalStateException("the automatic steps of " + order + " go round in circles: "
                        + following.stream()
                                .skip(MOST - 5)
                                .map(step -> step.entry().event())
                                .toList());
            }
        }
        return following;
    }

    private Optional<AcceptedStep> next(Order order, Instant at) {
        for (Flow flow : flows) {
            if (order.flow(flow.name()).isEmpty()) {
                return Optional.of(begin(flow, order, at));
            }
        }
        for (OrderCase aCase : order.cases()) {
            String type = aCase.ref().type();
            Engine caseEngine = caseEngines.get(type);
            if (caseEngine != null) {
                Optional<AcceptedStep> step = firstAllowed(
                        caseEngine,
                        caseEvents.getOrDefault(type, Map.of()),
                        PartView.of(order, aCase),
                        at,
                        (allowed, request) -> steps.ofCase(order, aCase.ref(), aCase.status(), allowed, request));
                if (step.isPresent()) {
                    return step;
                }
            }
        }
        return firstAllowed(engine, events, order, at, (allowed, request) -> steps.next(order, allowed, request));
    }

    /** The beginning of a flow, which the order's data choose. */
    private AcceptedStep begin(Flow flow, Order order, Instant at) {
        CaseRef ref = new CaseRef(order.cases().size() + 1, flow.name());
        OrderView before = flow.beginning().before(order, ref, at);
        for (String event : flow.beginning().events()) {
            Request request = Request.of(event, Actor.system()).withTime(at);
            if (flow.engine().judge(before, request) instanceof Allowed allowed) {
                return steps.ofCase(order, ref, null, allowed, request);
            }
        }
        throw new IllegalStateException("the flow " + flow.name() + " of " + order + " cannot begin by any of "
                + flow.beginning().events() + ", the last of which should have no conditions");
    }

    private static Optional<AcceptedStep> firstAllowed(
            Engine judge,
            Map<String, List<String>> events,
            OrderView view,
            Instant at,
            BiFunction<Allowed, Request, AcceptedStep> step) {
        Instant time = at.isBefore(view.lastMove()) ? view.lastMove() : at;
        for (String event : events.getOrDefault(view.status(), List.of())) {
            Request request = Request.of(event, Actor.system()).withTime(time);
            if (judge.judge(view, request) instanceof Allowed allowed) {
                return Optional.of(step.apply(allowed, request));
            }
        }
        return Optional.empty();
    }
}
