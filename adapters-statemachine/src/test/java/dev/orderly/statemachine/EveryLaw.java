package dev.orderly.statemachine;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.jqwik.EngineLaws;
import dev.orderly.testkit.jqwik.WorkflowLaws;
import dev.orderly.workflow.Workflow;
import java.util.Map;

/**
 * The laws of the test kit, held to one scenario; so that its workflow, which takes the most time, is made once. Two are left to the
 * tests of the test kit: that each order can reach its end, as the search for a way gives up where amounts grow without end; and that
 * what is called possible is accepted with some data, as an engine may call it so where several amounts would have to be tried.
 */
final class EveryLaw {

    private final OfWorkflow ofWorkflow = new OfWorkflow();
    private final OfEngine ofEngine = new OfEngine();

    /** Fails if the library's own engine, or orders in memory, break one of them. */
    void holdsFor(Scenario scenario) {
        ofWorkflow.hold(scenario);
        ofEngine.hold(scenario);
    }

    private static final class OfWorkflow extends WorkflowLaws {

        @Override
        protected Workflow workflow() {
            throw new UnsupportedOperationException("each scenario has a workflow of its own");
        }

        void hold(Scenario scenario) {
            no_illegal_transition_happens(scenario);
            nothing_that_the_workflow_allows_is_refused(scenario);
            no_role_does_more_than_the_workflow_allows(scenario);
            what_shall_never_happen_never_does(scenario);
            no_unit_is_lost_or_doubled(scenario);
            automatic_steps_follow_at_once(scenario);
            no_amount_is_over_its_bound(scenario);
            every_request_is_answered(scenario);
            the_history_replays_to_the_order(scenario);
            a_refusal_changes_nothing(scenario);
        }
    }

    /** What the laws of a workflow do not say; the one about threads tests no workflow. */
    private static final class OfEngine extends EngineLaws {

        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return Decider.of(workflow, guards);
        }

        void hold(Scenario scenario) {
            what_it_permits_makes_a_history_that_replays(scenario);
            it_gives_the_same_answer_to_the_same_request(scenario);
            all_reasons_of_a_refusal_are_of_one_kind_unless_guards_object(scenario);
            what_it_calls_impossible_it_refuses(scenario);
            what_it_accepts_it_called_possible(scenario);
        }
    }
}
