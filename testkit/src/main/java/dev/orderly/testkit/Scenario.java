package dev.orderly.testkit;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Guard;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requests about one order, from its placing on: a counterexample, when a property fails. Immutable; {@link
 * dev.orderly.testkit.jqwik.Scenarios} makes random ones.
 */
public final class Scenario {

    private final Decider decider;
    private final Map<String, Guard> guards;
    private final String number;
    private final List<ScenarioStep> steps;
    private final boolean showsWorkflow;

    private Scenario(
            Decider decider,
            Map<String, Guard> guards,
            String number,
            List<ScenarioStep> steps,
            boolean showsWorkflow) {
        this.decider = decider;
        this.guards = Map.copyOf(guards);
        this.number = number;
        this.steps = List.copyOf(steps);
        this.showsWorkflow = showsWorkflow;
    }

    /**
     * A scenario that prints its steps.
     *
     * @param decider the library's own decider for the workflow
     * @param guards the conditions in code, by the names that the workflow uses for them
     * @param number the order's number
     * @param steps the steps in their order
     */
    public static Scenario of(Decider decider, Map<String, Guard> guards, String number, List<ScenarioStep> steps) {
        return new Scenario(decider, guards, number, steps, false);
    }

    /** The same that prints its workflow as well: for one that no file holds. */
    public Scenario withWorkflowShown() {
        return new Scenario(decider, guards, number, steps, true);
    }

    /** The workflow that the order follows. */
    public Workflow workflow() {
        return decider.workflow();
    }

    /** The conditions in code, by the names that the workflow uses for them. */
    public Map<String, Guard> guards() {
        return guards;
    }

    /** The library's own decider for the workflow, by which the scenario was made. */
    public Decider decider() {
        return decider;
    }

    /** The order's number. */
    public String number() {
        return number;
    }

    /** The steps in their order; until the order is placed, every step tries to place it. */
    public List<ScenarioStep> steps() {
        return steps;
    }

    /**
     * The decisions of a decider about every step. A step that does not suit the order that the decider made, such as a
     * move of an order that it refused to place, is left out.
     */
    public List<PlayedStep> play(Decider other) {
        List<PlayedStep> playedSteps = new ArrayList<>();
        Order order = null;
        for (ScenarioStep step : steps) {
            Optional<Decision> decision = step.ask(other, number, order);
            if (decision.isPresent()) {
                PlayedStep played = new PlayedStep(order, step, decision.get());
                playedSteps.add(played);
                order = played.after();
            }
        }
        return playedSteps;
    }

    /** The steps, a line each; for a random workflow, its definition as well. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("order ").append(number).append(" of ").append(workflow());
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
        }
        if (showsWorkflow) {
            text.append("\n  in ").append(WorkflowText.of(workflow()));
        }
        return text.toString();
    }
}
