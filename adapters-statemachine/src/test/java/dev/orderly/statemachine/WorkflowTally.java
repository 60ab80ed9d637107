package dev.orderly.statemachine;

import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what the workflows of random scenarios have. Not thread-safe. */
final class WorkflowTally {

    private final Set<Object> different = new HashSet<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int scenarios;
    private int asked;
    private int accepted;

    void add(Scenario scenario) {
        scenarios++;
        for (PlayedStep played : scenario.play(scenario.decider())) {
            asked++;
            accepted += played.decision().isAccepted() ? 1 : 0;
        }
        if (different.add(content(scenario.workflow()))) {
            count(scenario.workflow());
        }
    }

    private static Object content(Workflow workflow) {
        return List.of(
                workflow.statuses(),
                workflow.transitions(),
                workflow.never(),
                workflow.parts().stream().map(part -> content(part.workflow())).toList());
    }

    private void count(Workflow workflow) {
        boolean movesUnits = any(workflow, t -> t.itemMove() != null);
        boolean hasFlows = !workflow.flows().isEmpty();
        count("units that move and flows", movesUnits && hasFlows);
        count("units that move", movesUnits);
        count("flows", hasFlows);
        count(
                "flows that move units",
                workflow.flows().stream()
                        .flatMap(flow -> flow.workflow().transitions().stream())
                        .anyMatch(t -> t.itemMove() != null));
        count("conditions on units", any(workflow, t -> !t.whenItems().isEmpty()));
        count("conditions on flows", any(workflow, t -> !t.whenFlows().isEmpty()));
        count("automatic transitions", any(workflow, Transition::automatic));
        count("amounts that are added or set", any(workflow, t -> !t.changes().isEmpty()));
        count("comparisons", any(workflow, t -> !t.comparisons().isEmpty()));
        count("bounds of what they write", any(workflow, t -> writesBounded(t, workflow)));
        count("time limits", any(workflow, WorkflowTally::isLimited));
        count("kinds of cases", !workflow.cases().isEmpty());
        count("never rules", !workflow.never().isEmpty());
    }

    private static boolean isLimited(Transition transition) {
        return transition.after() != null || transition.notBefore() != null || transition.within() != null;
    }

    private static boolean writesBounded(Transition transition, Workflow workflow) {
        return workflow.fields().stream()
                .filter(field -> !field.comparisons().isEmpty())
                .map(Field::name)
                .anyMatch(transition.written()::contains);
    }

    private static boolean any(Workflow workflow, Predicate<Transition> trait) {
        return Stream.concat(Stream.of(workflow), workflow.parts().stream().map(CaseType::workflow))
                .map(Workflow::transitions)
                .flatMap(List::stream)
                .anyMatch(trait);
    }

    private void count(String trait, boolean isThere) {
        counts.merge(trait, isThere ? 1 : 0, Integer::sum);
    }

    @Override
    public String toString() {
        return scenarios + " scenarios, " + asked + " requests, of which " + accepted + " were accepted, in "
                + different.size() + " different workflows; of these with "
                + counts.entrySet().stream()
                        .map(trait -> trait.getKey() + ": " + trait.getValue())
                        .collect(Collectors.joining(", "));
    }
}
