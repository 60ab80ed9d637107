package dev.orderly.check;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what a workflow with flows says of them, and its paths in the product of the order with all of its flows. */
final class FlowChecks {

    /** How many flows a workflow can have. */
    static final int MOST_FLOWS = 16;

    private final Workflow whole;
    private final ProblemCollector problems;

    FlowChecks(Workflow whole, ProblemCollector problems) {
        this.whole = whole;
        this.problems = problems;
    }

    /** What is wrong with the flows themselves. */
    void declarations() {
        if (whole.flows().size() > MOST_FLOWS) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    "flows",
                    "there are " + whole.flows().size() + " flows, and at most " + MOST_FLOWS
                            + " can go on beside an order: make cases of those that not every order has");
        }
        for (CaseType flow : whole.flows()) {
            String path = "flows/" + flow.name();
            if (flow.name().equals(FlowCondition.ORDER)) {
                problems.add(
                        ProblemCode.WRONG_CONDITION,
                        path,
                        "\"order\" means the order itself: give the flow another name");
            }
            if (whole.cases().stream().anyMatch(type -> type.name().equals(flow.name()))) {
                problems.add(
                        ProblemCode.WRONG_CONDITION,
                        path,
                        "a kind of case has the name " + flow.name() + " as well: give one of the two another name");
            }
            starts(flow, path);
        }
        for (String event : whole.eventNames()) {
            whole.flowEvent(event)
                    .filter(found -> found.flow().workflow().eventNames().contains(found.event()))
                    .ifPresent(found -> problems.add(
                            ProblemCode.WRONG_CONDITION,
                            "transitions",
                            "\"" + event + "\" is an event of the order, and means \"" + found.event()
                                    + "\" of the flow " + found.flow().name()
                                    + " as well: give one of them another name"));
        }
    }

    /** A flow begins by itself: nothing gives data, and there must always be a way to begin. */
    private void starts(CaseType flow, String path) {
        List<Transition> transitions = flow.workflow().transitions();
        @Nullable Transition last = null;
        for (int i = 0; i < transitions.size(); i++) {
            Transition start = transitions.get(i);
            if (start.isInitial()) {
                last = start;
                String place = path + "/transitions/" + i;
                boolean asks = !Set.copyOf(start.has()).containsAll(start.writable())
                        || !start.has().isEmpty()
                        || start.conditions().stream().anyMatch(c -> c.kind() != Condition.Kind.WHEN);
                if (asks || start.automatic() || start.after() != null) {
                    problems.add(
                            ProblemCode.WRONG_CONDITION,
                            place,
                            "the flow begins with the order by \"" + start.event()
                                    + "\", to which nothing is given: it can only ask for fields by \"when\"");
                }
                if (!start.by().isEmpty() && !start.by().equals(List.of(Workflow.SYSTEM))) {
                    problems.add(
                            ProblemCode.WRONG_CONDITION,
                            place + "/by",
                            "the flow begins by \"" + start.event() + "\" as role system: take \"by\" away");
                }
            }
        }
        if (last != null && !last.conditions().isEmpty()) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    path + "/transitions",
                    "every order has the flow, but it cannot begin where no condition holds: add a transition without"
                            + " \"from\" and \"when\" as the last way to begin");
        }
    }

    /** Conditions on flows: that they exist, and have these statuses. */
    static void conditions(Workflow part, Workflow whole, ProblemCollector problems) {
        for (int i = 0; i < part.transitions().size(); i++) {
            Transition transition = part.transitions().get(i);
            for (FlowCondition test : transition.whenFlows()) {
                String path = "transitions/" + i + "/when-flow/" + test.flow();
                Workflow meant = test.flow().equals(FlowCondition.ORDER)
                        ? whole
                        : whole.flows().stream()
                                .filter(flow -> flow.name().equals(test.flow()))
                                .map(CaseType::workflow)
                                .findFirst()
                                .orElse(null);
                if (meant == null) {
                    problems.add(
                            ProblemCode.UNKNOWN_FLOW,
                            path,
                            "\"" + test.flow() + "\" is no flow of this workflow: it has "
                                    + whole.flows().stream().map(CaseType::name).toList());
                } else {
                    new DefinedNames(meant).expect(DefinedNames.Kind.STATUS, test.statuses(), path, problems);
                }
                if (transition.isInitial() && part.equals(whole)) {
                    problems.add(
                            ProblemCode.WRONG_CONDITION,
                            path,
                            "a new order has no flows yet: a start cannot ask for them");
                }
            }
        }
    }

    /** What is found on all paths of the order and its flows together. */
    void paths() {
        FlowProduct product = new FlowProduct(whole);
        Workflow workflow = product.workflow();
        if (workflow == null) {
            limited("the statuses of the order and its flows make too many combinations to try all of them");
            return;
        }
        DefinedNames names = DefinedNames.ofProduct(workflow, whole);
        Analysis analysis = new Analysis(workflow, names);
        if (!analysis.isComplete()) {
            limited("the order, its flows and the conditions make too many combinations to try all of them");
            return;
        }
        ProblemCollector found = new ProblemCollector();
        DeadlineChecks deadlines = new DeadlineChecks(analysis, found);
        deadlines.run();
        new AlternativeChecks(analysis, found).run(analysis, deadlines);
        List<Problem> ofAllCopies = List.copyOf(found.found());
        ProblemCollector single = new ProblemCollector();
        new PathChecks(analysis, single).runInProduct(workflow);
        WaysTo done = WaysTo.ends(analysis, analysis::isFinished);
        new StuckChecks(analysis, done, single).run();
        if (OutcomeChecks.hasSuccess(whole)) {
            new SuccessChecks(analysis, done, single).run();
        }
        new AutomaticChecks(single).circles(analysis);
        new OverlapChecks(analysis, single).run();
        new NeverChecks(analysis, names, single).run(workflow);
        reportShared(product, analysis, ofAllCopies);
        reportFirst(product, single.found());
    }

    private void limited(String what) {
        problems.add(
                ProblemCode.ANALYSIS_LIMITED,
                "flows",
                what + ", so that never rules, circles, overlaps and orders that get stuck are not looked for: use"
                        + " fewer flows, statuses or fields in conditions");
    }

    /** The statuses of the order, and then of each flow, that some order is in. */
    private List<Set<String>> reached(FlowProduct product, Analysis analysis) {
        List<Set<String>> reached = new ArrayList<>();
        for (int i = 0; i <= whole.flows().size(); i++) {
            reached.add(new HashSet<>());
        }
        for (int state = 1; state < analysis.space().states(); state++) {
            List<@Nullable String> place = product.place(analysis.space().position(state));
            for (int i = 0; i < reached.size(); i++) {
                String status = place.get(i);
                if (status != null) {
                    reached.get(i).add(status);
                }
            }
        }
        return reached;
    }

    /** Statuses that nothing gets to, and transitions out of others whose conditions on flows never hold there. */
    private void unreached(Workflow part, String prefix, Set<String> reached, Set<String> origins) {
        part.statuses().stream()
                .filter(status -> !reached.contains(status.name()))
                .forEach(status -> problems.add(
                        ProblemCode.UNREACHABLE_STATUS,
                        prefix + "statuses/" + status.name(),
                        "no path leads to status " + status.name() + ": add a transition to it, or remove it"));
        for (int i = 0; i < part.transitions().size(); i++) {
            Transition transition = part.transitions().get(i);
            boolean isDead = !transition.whenFlows().isEmpty()
                    && transition.from().stream().anyMatch(reached::contains)
                    && !origins.contains(prefix + "transitions/" + i);
            if (isDead) {
                problems.add(
                        ProblemCode.UNREACHABLE_ALTERNATIVE,
                        prefix + "transitions/" + i,
                        "\"" + transition + "\" is never taken: no order that gets there meets its conditions: "
                                + transition.whenFlows().stream()
                                        .map(FlowCondition::words)
                                        .collect(Collectors.joining(" and "))
                                + "; change them, or remove it");
            }
        }
    }

    /** Of a transition that is in many places, what holds in each of them that some order gets to. */
    private void reportShared(FlowProduct product, Analysis analysis, List<Problem> found) {
        Map<String, Integer> copies = new HashMap<>();
        for (Move move : analysis.moves.all()) {
            if (analysis.space().coverage().isReached(move)) {
                copies.merge(product.origin(move.index), 1, Integer::sum);
            }
        }
        Map<String, List<Problem>> byOrigin = new LinkedHashMap<>();
        for (Problem problem : found) {
            byOrigin.computeIfAbsent(originOf(product, problem), origin -> new ArrayList<>())
                    .add(problem);
        }
        byOrigin.forEach((origin, some) -> {
            if (some.size() >= copies.getOrDefault(origin, 0)) {
                problems.add(product.translated(some.get(0)));
            }
        });
        List<Set<String>> reached = reached(product, analysis);
        unreached(whole, "", reached.get(0), copies.keySet());
        for (int i = 0; i < whole.flows().size(); i++) {
            CaseType flow = whole.flows().get(i);
            unreached(flow.workflow(), "flows/" + flow.name() + "/", reached.get(i + 1), copies.keySet());
        }
    }

    private static String originOf(FlowProduct product, Problem problem) {
        return product.origin(Integer.parseInt(problem.path().split("/", 3)[1]));
    }

    /** One problem for each place in the file and kind, rather of an order at rest than of one whose flows are still to begin. */
    private void reportFirst(FlowProduct product, List<Problem> found) {
        List<Problem> restingFirst = new ArrayList<>(found);
        restingFirst.sort(Comparator.comparing(product::isBeforeFlows));
        Set<String> reported = new HashSet<>();
        for (Problem problem : restingFirst) {
            Problem translated = product.translated(problem);
            if (reported.add(translated.code() + " " + translated.path())) {
                problems.add(translated);
            }
        }
    }
}
