package dev.orderly.check;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order and its flows as one workflow: each of its statuses is a status of the order together with one of each flow, each of
 * its transitions one of the order's or of a flow's from there, where its conditions on flows hold. So whatever is found out about
 * paths of a workflow holds across flows.
 */
final class FlowProduct {

    /** How many transitions it has at most: more cannot be tried with all data in a second. */
    static final int MOST_TRANSITIONS = 20_000;

    private static final Pattern NAME = Pattern.compile("Q(\\d+)Q");

    private final Workflow whole;
    private final List<CaseType> flows;
    private final Map<List<@Nullable String>, String> names = new LinkedHashMap<>();
    private final List<List<@Nullable String>> places = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();
    private final List<Integer> rules = new ArrayList<>();
    private final @Nullable Workflow product;

    FlowProduct(Workflow whole) {
        this.whole = whole;
        this.flows = whole.flows();
        this.product = build();
    }

    /** The product; null where it is too large. */
    @Nullable
    Workflow workflow() {
        return product;
    }

    /** Where a transition of the product stands in the file. */
    String origin(int transition) {
        return origins.get(transition);
    }

    /** The status of the order, and that of each flow, or null for one that has not begun, of a status of the product. */
    List<@Nullable String> place(int position) {
        return places.get(position);
    }

    /** Whether a problem is of a place in which not all flows have begun. */
    boolean isBeforeFlows(Problem problem) {
        String[] path = problem.path().split("/", 3);
        Matcher name = NAME.matcher(path.length > 1 ? path[1] : "");
        return name.matches() && places.get(Integer.parseInt(name.group(1))).contains(null);
    }

    /** A problem of the product as one of the workflow. */
    Problem translated(Problem problem) {
        String[] path = problem.path().split("/", 3);
        String rest = path.length > 2 ? "/" + path[2] : "";
        String place = path.length < 2
                ? problem.path()
                : switch (path[0]) {
                    case "transitions" -> origins.get(Integer.parseInt(path[1])) + rest;
                    case "never" -> "never/" + rules.get(Integer.parseInt(path[1])) + rest;
                    case "statuses" -> "statuses/" + statusOf(path[1]);
                    default -> problem.path();
                };
        String message = NAME.matcher(problem.message())
                .replaceAll(match -> Matcher.quoteReplacement(inWords(places.get(Integer.parseInt(match.group(1))))));
        return new Problem(problem.severity(), problem.code(), message, place);
    }

    private @Nullable String statusOf(String name) {
        Matcher match = NAME.matcher(name);
        return match.matches() ? places.get(Integer.parseInt(match.group(1))).get(0) : name;
    }

    /** Such as {@code packing (payment captured, delivery open)}. */
    private String inWords(List<@Nullable String> place) {
        StringJoiner words = new StringJoiner(", ", place.get(0) + " (", ")");
        for (int i = 0; i < flows.size(); i++) {
            String status = place.get(i + 1);
            words.add(flows.get(i).name() + " " + (status == null ? "not begun" : status));
        }
        return words.toString();
    }

    private @Nullable Workflow build() {
        WorkflowBuilder<String, String> builder = Workflow.builder("product")
                .languages(whole.languages().toArray(String[]::new))
                .roles(whole.roles().toArray(String[]::new))
                .calendar(whole.calendar())
                .items(whole.items());
        whole.fields().forEach(builder::field);
        List<Transition> transitions = new ArrayList<>();
        Deque<List<@Nullable String>> waiting = new ArrayDeque<>();
        for (int i = 0; i < whole.transitions().size(); i++) {
            Transition start = whole.transitions().get(i);
            if (start.isInitial() && start.to() != null) {
                @Nullable String[] first = new @Nullable String[flows.size() + 1];
                first[0] = start.to();
                add(transitions, start, start.event(), null, Arrays.asList(first), "transitions/" + i, waiting);
            }
        }
        while (!waiting.isEmpty()) {
            leave(waiting.remove(), transitions, waiting);
            if (transitions.size() > MOST_TRANSITIONS) {
                return null;
            }
        }
        places.forEach(place -> builder.status(Status.builder(nameOf(place))
                .done(isDone(place))
                .outcome(outcome(place))
                .build()));
        transitions.forEach(builder::transition);
        never(builder);
        return builder.build();
    }

    /** All that can happen in one place: flows that have not begun do so first, and then what happens by itself. */
    private void leave(
            List<@Nullable String> place, List<Transition> transitions, Deque<List<@Nullable String>> waiting) {
        for (int flow = 0; flow < flows.size(); flow++) {
            if (place.get(flow + 1) == null) {
                begin(flow, place, transitions, waiting);
                return;
            }
        }
        for (boolean automatic : new boolean[] {true, false}) {
            for (int flow = 0; flow < flows.size(); flow++) {
                CaseType type = flows.get(flow);
                leave(type.workflow(), flow + 1, type.name() + ".", place, automatic, transitions, waiting);
            }
            leave(whole, 0, "", place, automatic, transitions, waiting);
        }
    }

    private void begin(
            int flow,
            List<@Nullable String> place,
            List<Transition> transitions,
            Deque<List<@Nullable String>> waiting) {
        CaseType type = flows.get(flow);
        List<Transition> own = type.workflow().transitions();
        for (int i = 0; i < own.size(); i++) {
            Transition start = own.get(i);
            if (start.isInitial() && start.to() != null) {
                Transition follows = start.toBuilder().automatic().build().withBy(List.of(Workflow.SYSTEM));
                add(
                        transitions,
                        follows,
                        FlowEvent.name(type.name(), start.event()),
                        place,
                        with(place, flow + 1, start.to()),
                        "flows/" + type.name() + "/transitions/" + i,
                        waiting);
            }
        }
    }

    private void leave(
            Workflow part,
            int index,
            String prefix,
            List<@Nullable String> place,
            boolean automatic,
            List<Transition> transitions,
            Deque<List<@Nullable String>> waiting) {
        String status = place.get(index);
        for (int i = 0; status != null && i < part.transitions().size(); i++) {
            Transition transition = part.transitions().get(i);
            boolean happens = transition.automatic() == automatic
                    && transition.from().contains(status)
                    && transition.whenFlows().stream().allMatch(test -> holds(test, place));
            if (happens) {
                String path = index == 0 ? "" : "flows/" + part.name() + "/";
                add(
                        transitions,
                        transition,
                        prefix + transition.event(),
                        place,
                        with(place, index, transition.target(status)),
                        path + "transitions/" + i,
                        waiting);
            }
        }
    }

    private boolean holds(FlowCondition test, List<@Nullable String> place) {
        int index = test.flow().equals(FlowCondition.ORDER) ? 0 : indexOf(test.flow()) + 1;
        String status = index == 0 && !test.flow().equals(FlowCondition.ORDER) ? null : place.get(index);
        return status != null && test.holds(status);
    }

    private int indexOf(String flow) {
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).name().equals(flow)) {
                return i;
            }
        }
        return -1;
    }

    private static List<@Nullable String> with(List<@Nullable String> place, int index, String status) {
        List<@Nullable String> next = new ArrayList<>(place);
        next.set(index, status);
        return next;
    }

    private void add(
            List<Transition> transitions,
            Transition original,
            String event,
            @Nullable List<@Nullable String> from,
            List<@Nullable String> to,
            String origin,
            Deque<List<@Nullable String>> waiting) {
        if (!names.containsKey(to)) {
            names.put(to, "Q" + places.size() + "Q");
            places.add(to);
            waiting.add(to);
        }
        TransitionBuilder<String> copy = Transition.builder(event)
                .to(nameOf(to))
                .by(original.by().toArray(String[]::new))
                .takes(original.takes().toArray(String[]::new))
                .checklist(original.checklist().toArray(String[]::new))
                .change(original.changes().toArray(FieldChange[]::new))
                .items(original.itemMove())
                .after(original.after())
                .automatic(original.automatic());
        if (from != null) {
            copy.from(nameOf(from));
        }
        original.conditions().stream()
                .filter(condition -> condition.basis() != Condition.Basis.FLOWS)
                .forEach(copy::condition);
        transitions.add(copy.build());
        origins.add(origin);
    }

    private String nameOf(List<@Nullable String> place) {
        return names.getOrDefault(place, "");
    }

    private boolean isDone(List<@Nullable String> place) {
        boolean done = isDone(whole, place.get(0));
        for (int i = 0; i < flows.size(); i++) {
            done &= isDone(flows.get(i).workflow(), place.get(i + 1));
        }
        return done;
    }

    private @Nullable Outcome outcome(List<@Nullable String> place) {
        return whole.status(String.valueOf(place.get(0))).map(Status::outcome).orElse(null);
    }

    private static boolean isDone(Workflow part, @Nullable String status) {
        return status != null && part.status(status).map(Status::done).orElse(true);
    }

    /** Each rule once for each place in which the order, or a flow, is in the status that it speaks of. */
    private void never(WorkflowBuilder<String, String> builder) {
        for (int i = 0; i < whole.never().size(); i++) {
            NeverRule rule = whole.never().get(i);
            for (List<@Nullable String> place : places) {
                if (speaksOf(rule, place)) {
                    builder.never(new NeverRule(
                            nameOf(place), rule.without(), rule.after(), rule.whenFields(), rule.whenItems()));
                    rules.add(i);
                }
            }
        }
    }

    private boolean speaksOf(NeverRule rule, List<@Nullable String> place) {
        if (rule.reach().equals(place.get(0))) {
            return true;
        }
        return whole.flowEvent(rule.reach())
                .map(status ->
                        status.event().equals(place.get(indexOf(status.flow().name()) + 1)))
                .orElse(false);
    }
}
