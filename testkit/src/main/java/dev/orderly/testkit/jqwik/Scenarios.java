package dev.orderly.testkit.jqwik;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.file.Presets;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.testkit.internal.scenario.Intent;
import dev.orderly.testkit.internal.scenario.ScenarioWriter;
import dev.orderly.testkit.internal.workflow.WorkflowSketch;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random scenarios: up to 30 steps, most of them sensible, some with a wrong role, wrong or missing data, or a time that
 * is too early, too late or before the last one, and some that are garbage. They shrink: steps go away and the rest
 * becomes plainer while a property still fails, so that a counterexample has a handful of steps.
 */
public final class Scenarios {

    private static final int MOST_STEPS = 30;
    private static final int MOST_HOURS = 40;

    private Scenarios() {}

    /** Scenarios of one workflow that has no guards in code. */
    public static Arbitrary<Scenario> of(Workflow workflow) {
        return of(workflow, Map.of());
    }

    /**
     * Scenarios of one workflow.
     *
     * @throws dev.orderly.check.InvalidWorkflowException if the workflow has errors
     * @throws IllegalArgumentException if a guard is missing
     */
    public static Arbitrary<Scenario> of(Workflow workflow, Map<String, Guard> guards) {
        return of(workflow, guards, Scenarios::usualValues);
    }

    /**
     * Scenarios of one workflow, with values of the caller's own choice.
     *
     * @param values gives the values of each field, beside those that the workflow's conditions speak of;
     *     {@link #usualValues} are the ones of the other methods
     */
    public static Arbitrary<Scenario> of(
            Workflow workflow, Map<String, Guard> guards, Function<Field, List<?>> values) {
        Decider decider = Decider.of(workflow, guards);
        return intents()
                .map(intents -> ScenarioWriter.scenario(decider, guards, values, intents))
                .withoutEdgeCases();
    }

    /** Scenarios of {@link RandomWorkflows}: the workflow shrinks too, and is printed with the steps. */
    public static Arbitrary<Scenario> anyWorkflow() {
        return of(RandomWorkflows.sketches(), workflow -> true);
    }

    /** Scenarios of random workflows each of which has a flow and moves units; they shrink, and are printed, as all random ones. */
    public static Arbitrary<Scenario> anyWorkflowWithItemsAndFlows() {
        return of(RandomWorkflows.sketchesWithItemsAndFlows(), Scenarios::movesUnits);
    }

    private static boolean movesUnits(Workflow workflow) {
        return Stream.concat(Stream.of(workflow), workflow.flows().stream().map(CaseType::workflow))
                .flatMap(part -> part.transitions().stream())
                .anyMatch(transition -> transition.itemMove() != null);
    }

    private static Arbitrary<Scenario> of(Arbitrary<WorkflowSketch> sketches, Predicate<Workflow> which) {
        Map<String, Guard> guards = RandomWorkflows.guards();
        LruCache<WorkflowSketch, Decider> deciders = new LruCache<>(sketch -> Decider.of(sketch.workflow(), guards));
        Arbitrary<WorkflowSketch> wanted =
                sketches.filter(sketch -> which.test(deciders.of(sketch).workflow()));
        return Combinators.combine(wanted, intents())
                .as((sketch, intents) -> ScenarioWriter.scenario(
                                deciders.of(sketch), guards, Scenarios::usualValues, intents)
                        .withWorkflowShown())
                .withoutEdgeCases();
    }

    /** Scenarios of all presets and, half of them, of random workflows. */
    static Arbitrary<Scenario> ofPresetsAndAnyWorkflow() {
        List<Arbitrary<Scenario>> ofPresets = Presets.names().stream()
                .map(name -> of(Presets.find(name).orElseThrow()))
                .toList();
        return Arbitraries.oneOf(anyWorkflow(), Arbitraries.oneOf(ofPresets));
    }

    /** A few values for a field of which no more than the type is known. */
    public static List<?> usualValues(Field field) {
        return FittingRequests.usual(field);
    }

    private static Arbitrary<List<Intent>> intents() {
        return RandomWorkflows.few(intent(), MOST_STEPS);
    }

    private static Arbitrary<Intent> intent() {
        return Combinators.combine(
                        variations(),
                        RandomWorkflows.numbers(0, 839),
                        Arbitraries.longs().between(0, Integer.MAX_VALUE),
                        RandomWorkflows.numbers(0, MOST_HOURS))
                .as(Intent::new);
    }

    private static Arbitrary<Intent.Variation> variations() {
        return Arbitraries.frequency(
                Tuple.of(20, Intent.Variation.SENSIBLE),
                Tuple.of(4, Intent.Variation.EARLY),
                Tuple.of(2, Intent.Variation.LATE),
                Tuple.of(1, Intent.Variation.BACKWARDS),
                Tuple.of(2, Intent.Variation.ANY_ROLE),
                Tuple.of(2, Intent.Variation.NO_DATA),
                Tuple.of(2, Intent.Variation.EXTRA_DATA),
                Tuple.of(3, Intent.Variation.ANY_EVENT),
                Tuple.of(2, Intent.Variation.INVALID_VALUE),
                Tuple.of(1, Intent.Variation.NONSENSE));
    }
}
