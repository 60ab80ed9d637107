package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The library's own engine: a workflow compiled into a table of the transitions by status and event. */
final class TableEngine implements Engine {

    private final Workflow workflow;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Map<String, CompiledTransition[]>> table = new HashMap<>();
    private final Map<String, List<String>> possible = new HashMap<>();
    private final Map<String, CompiledTransition[]> starts;
    private final Set<String> events;

    TableEngine(Workflow workflow, Map<String, Guard> guards) {
        this.workflow = workflow;
        this.events = workflow.eventNames();
        workflow.fields().forEach(field -> fields.put(field.name(), field));
        List<CompiledTransition> candidates = workflow.transitions().stream()
                .map(transition -> new CompiledTransition(transition, pick(transition, guards), workflow.fields()))
                .toList();
        for (Status status : workflow.statuses()) {
            Map<String, CompiledTransition[]> row =
                    byEvent(candidates, t -> t.from().contains(status.name()));
            table.put(status.name(), row);
            possible.put(
                    status.name(),
                    events.stream()
                            .filter(event -> row.containsKey(event) && !workflow.isAutomatic(event))
                            .toList());
        }
        starts = byEvent(candidates, Transition::isInitial);
    }

    private static Map<String, Guard> pick(Transition transition, Map<String, Guard> guards) {
        Map<String, Guard> picked = new LinkedHashMap<>();
        for (String name : transition.guards()) {
            Guard guard = guards.get(name);
            if (guard == null) {
                throw new IllegalArgumentException("no guard \"" + name + "\" was given, which the transition \""
                        + transition + "\" asks; given are: " + guards.keySet());
            }
            picked.put(name, guard);
        }
        return picked;
    }

    private static Map<String, CompiledTransition[]> byEvent(
            List<CompiledTransition> candidates, Predicate<Transition> which) {
        Map<String, List<CompiledTransition>> lists = new HashMap<>();
        for (CompiledTransition candidate : candidates) {
            Transition transition = candidate.transition();
            if (which.test(transition)) {
                lists.computeIfAbsent(transition.event(), e -> new ArrayList<>())
                        .add(candidate);
            }
        }
        Map<String, CompiledTransition[]> arrays = new HashMap<>();
        lists.forEach((event, list) -> arrays.put(event, list.toArray(new CompiledTransition[0])));
        return arrays;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public boolean isStart(String event) {
        return starts.containsKey(event);
    }

    @Override
    public Verdict judgeStart(OrderView unbegun, Request request) {
        CompiledTransition[] candidates = starts.get(request.event());
        return candidates == null ? Rejected.unknownOrder(unbegun.number()) : choose(candidates, unbegun, request);
    }

    @Override
    public Verdict judge(OrderView order, Request request) {
        Map<String, CompiledTransition[]> row = table.get(order.status());
        CompiledTransition[] candidates = row == null ? null : row.get(request.event());
        if (candidates == null) {
            return Rejected.because(notHere(order, request.event()));
        }
        return choose(candidates, order, request);
    }

    @Override
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        Map<String, CompiledTransition[]> row = table.getOrDefault(order.status(), Map.of());
        List<Action> actions = new ArrayList<>();
        for (String event : events) {
            CompiledTransition[] candidates = row.get(event);
            Request request = Request.of(event, actor).withTime(now);
            if (candidates != null) {
                Attempt attempt = new Attempt(order, request, Input.NOTHING, workflow.calendar());
                actions.add(Availability.of(event, candidates, attempt, fields, this::roleNotAllowed));
            } else if (!isStart(event)) {
                actions.add(Availability.impossible(event, List.of(notHere(order, event))));
            }
        }
        return actions;
    }

    @Override
    public List<Action> availableStarts(OrderView unbegun, Actor actor, Instant now) {
        return events.stream()
                .filter(this::isStart)
                .map(event -> Availability.of(
                        event,
                        starts.getOrDefault(event, new CompiledTransition[0]),
                        new Attempt(
                                unbegun, Request.of(event, actor).withTime(now), Input.NOTHING, workflow.calendar()),
                        fields,
                        this::roleNotAllowed))
                .toList();
    }

    private Verdict choose(CompiledTransition[] candidates, OrderView order, Request request) {
        Attempt attempt =
                new Attempt(order, request, Input.read(order, request, fields, workflow), workflow.calendar());
        String role = request.actor().role();
        boolean anyAllowed = false;
        boolean anyFits = false;
        for (CompiledTransition candidate : candidates) {
            if (candidate.allows(role)) {
                anyAllowed = true;
                Attempt own = candidate.own(attempt);
                if (candidate.fits(own)) {
                    anyFits = true;
                    Objections objections = new Objections();
                    candidate.collect(own, objections);
                    if (objections.isEmpty()) {
                        return allowed(candidate.transition(), own);
                    }
                }
            }
        }
        return anyAllowed
                ? refuse(candidates, attempt, anyFits)
                : Rejected.because(roleNotAllowed(candidates, request));
    }

    private static Allowed allowed(Transition taken, Attempt attempt) {
        ItemSelection selection = attempt.selection();
        return new Allowed(
                taken,
                taken.target(attempt.order().status()),
                attempt.outcome(),
                selection == null ? List.of() : selection.moves());
    }

    /** Where the data fit some alternatives, what speaks against those; otherwise what speaks against any. */
    private static Rejected refuse(CompiledTransition[] candidates, Attempt attempt, boolean fitting) {
        Objections objections = new Objections();
        for (CompiledTransition candidate : candidates) {
            Attempt own = candidate.own(attempt);
            if (candidate.allows(attempt.actor().role()) && (!fitting || candidate.fits(own))) {
                candidate.collect(own, objections);
            }
        }
        return new Rejected(objections.reasons());
    }

    private Reason roleNotAllowed(CompiledTransition[] candidates, Request request) {
        Set<String> allowed = new LinkedHashSet<>();
        for (CompiledTransition candidate : candidates) {
            allowed.addAll(candidate.transition().by());
        }
        return Reason.of(
                Reason.ROLE_NOT_ALLOWED,
                Map.of(
                        "event", request.event(),
                        "role", request.actor().role(),
                        "allowed", List.copyOf(allowed)));
    }

    private Reason notHere(OrderView order, String event) {
        if (!events.contains(event)) {
            return Reason.of(Reason.UNKNOWN_EVENT).with("event", event).with("workflow", workflow.name());
        }
        if (isStart(event)) {
            return Reason.of(Reason.ALREADY_PLACED).with("order", order.number());
        }
        return Reason.of(
                Reason.NOT_IN_STATUS,
                Map.of(
                        "event", event,
                        "status", order.status(),
                        "possible", possible.getOrDefault(order.status(), List.of())));
    }
}
