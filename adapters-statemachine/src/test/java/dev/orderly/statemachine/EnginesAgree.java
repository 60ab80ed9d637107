package dev.orderly.statemachine;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.file.Presets;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.jqwik.Scenarios;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The law that two engines give equal decisions: verdict, status, reasons with all their parameters, and entries. Says
 * nothing about which two, so that a broken one can be tried in the place of either.
 */
abstract class EnginesAgree {

    private final Map<Workflow, Decider> tables = new ConcurrentHashMap<>();
    private final Map<Workflow, Decider> machines = new ConcurrentHashMap<>();

    abstract Engine table(Workflow workflow, Map<String, Guard> guards);

    abstract Engine machines(Workflow workflow, Map<String, Guard> guards);

    @Provide
    Arbitrary<Scenario> presets() {
        List<Arbitrary<Scenario>> each = Presets.names().stream()
                .map(name -> Scenarios.of(Presets.find(name).orElseThrow()))
                .toList();
        return Arbitraries.oneOf(each);
    }

    @Provide
    Arbitrary<Scenario> anyWorkflow() {
        return Scenarios.anyWorkflow();
    }

    @Property(tries = 1000)
    void both_engines_answer_alike_in_every_preset(@ForAll("presets") Scenario scenario) {
        Workflow preset = scenario.workflow();
        agree(
                scenario,
                tables.computeIfAbsent(preset, w -> Decider.using(w, part -> table(part, Map.of()))),
                machines.computeIfAbsent(preset, w -> Decider.using(w, part -> machines(part, Map.of()))));
    }

    @Property
    void both_engines_answer_alike_in_every_random_workflow(@ForAll("anyWorkflow") Scenario scenario) {
        agreeInItsOwnWorkflow(scenario);
    }

    final void agreeInItsOwnWorkflow(Scenario scenario) {
        Map<String, Guard> guards = scenario.guards();
        agree(
                scenario,
                Decider.using(scenario.workflow(), part -> table(part, guards)),
                Decider.using(scenario.workflow(), part -> machines(part, guards)));
    }

    static void agree(Scenario scenario, Decider table, Decider machines) {
        List<PlayedStep> playedSteps = scenario.play(table);
        for (int i = 0; i < playedSteps.size(); i++) {
            PlayedStep played = playedSteps.get(i);
            Optional<Decision> answer = played.step().ask(machines, scenario.number(), played.before());
            if (!answer.equals(Optional.of(played.decision()))) {
                throw new Disagreement(scenario, played, answer.orElseThrow());
            }
        }
    }

    /** Two answers to one step. */
    static final class Disagreement extends AssertionError {

        private static final long serialVersionUID = 1L;

        private final transient Scenario scenario;

        Disagreement(Scenario scenario, PlayedStep played, Decision machines) {
            super("the engines disagree on " + played.step() + "\n  the table:            " + played.decision()
                    + "\n  Spring Statemachine:  " + machines);
            this.scenario = scenario;
        }

        Scenario scenario() {
            return scenario;
        }
    }
}
