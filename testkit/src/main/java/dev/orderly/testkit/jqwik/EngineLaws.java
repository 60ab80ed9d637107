package dev.orderly.testkit.jqwik;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.internal.law.AnswerCheck;
import dev.orderly.testkit.internal.law.AvailabilityCheck;
import dev.orderly.testkit.internal.law.Laws;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The laws of {@link dev.orderly.decision.Engine}, as properties over random scenarios of all presets and of random
 * workflows. {@link dev.orderly.testkit.engine.EngineContract} has them and the examples besides.
 */
public abstract class EngineLaws {

    /** A decider that asks the engine under test. */
    protected abstract Decider newDecider(Workflow workflow, Map<String, Guard> guards);

    /** Random scenarios of all presets and of any workflow. */
    @Provide
    public Arbitrary<Scenario> scenarios() {
        return Scenarios.ofPresetsAndAnyWorkflow();
    }

    private Decider decider(Scenario scenario) {
        return newDecider(scenario.workflow(), scenario.guards());
    }

    @Property
    protected void it_permits_nothing_that_the_definition_does_not_allow(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingIllegalHappens(scenario, decider(scenario));
    }

    @Property
    protected void it_permits_everything_that_the_definition_allows(@ForAll("scenarios") Scenario scenario) {
        Laws.nothingLegalIsRefused(scenario, decider(scenario));
    }

    @Property
    protected void it_lets_no_role_do_more_than_the_definition_allows(@ForAll("scenarios") Scenario scenario) {
        Laws.rolesAreKept(scenario, decider(scenario));
    }

    @Property
    protected void it_breaks_no_never_rule(@ForAll("scenarios") Scenario scenario) {
        Laws.neverRulesHold(scenario, decider(scenario));
    }

    @Property
    protected void it_takes_each_automatic_step_that_the_definition_wants(@ForAll("scenarios") Scenario scenario) {
        Laws.automaticStepsFollow(scenario, decider(scenario));
    }

    @Property
    protected void what_it_permits_makes_a_history_that_replays(@ForAll("scenarios") Scenario scenario) {
        Laws.historyReplays(scenario, decider(scenario));
    }

    @Property
    protected void it_answers_everything_and_never_throws(@ForAll("scenarios") Scenario scenario) {
        Laws.everythingIsAnswered(scenario, decider(scenario));
    }

    @Property
    protected void it_gives_the_same_answer_to_the_same_request(@ForAll("scenarios") Scenario scenario) {
        AnswerCheck.areRepeatable(scenario, decider(scenario));
    }

    @Property
    protected void all_reasons_of_a_refusal_are_of_one_kind_unless_guards_object(
            @ForAll("scenarios") Scenario scenario) {
        AnswerCheck.areOfOneKind(scenario, decider(scenario));
    }

    @Property
    protected void what_it_calls_possible_it_accepts_with_the_right_data(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.possibleIsAccepted(scenario, decider(scenario));
    }

    @Property
    protected void what_it_calls_impossible_it_refuses(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.impossibleIsRefused(scenario, decider(scenario));
    }

    @Property
    protected void what_it_accepts_it_called_possible(@ForAll("scenarios") Scenario scenario) {
        AvailabilityCheck.acceptedWasPossible(scenario, decider(scenario));
    }

    /** A race does not happen again when the scenario is run again, so that shrinking would find nothing. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    protected void threads_do_not_disturb_each_other(@ForAll("scenarios") Scenario scenario) {
        AnswerCheck.areUndisturbed(scenario, decider(scenario));
    }
}
