package dev.orderly.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.PlantedEngine;
import dev.orderly.testkit.PlantedEngine.Fault;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.TestRun;
import dev.orderly.testkit.jqwik.EngineLaws;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract finds what is wrong with an engine, and shows it with a short scenario in a small workflow. */
class EngineContractTest {

    private static final String RACE = "threads_do_not_disturb_each_other";

    /** The contract of an engine with the fault that a test plants before it runs it. */
    static class Planted extends EngineContract {

        static Fault fault = PlantedEngine::new;

        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return fault.decider(workflow, guards);
        }

        /**
         * Always the same scenarios: one found by chance can be of a preset in which the shortest way to a fault has seven steps, and
         * shrinking does not leave the workflow.
         */
        @Override
        @Property(seed = "4")
        protected void it_permits_nothing_that_the_definition_does_not_allow(@ForAll("scenarios") Scenario scenario) {
            super.it_permits_nothing_that_the_definition_does_not_allow(scenario);
        }

        /** Always the same scenarios, for the same reason. */
        @Override
        @Property(seed = "4")
        protected void it_breaks_no_never_rule(@ForAll("scenarios") Scenario scenario) {
            super.it_breaks_no_never_rule(scenario);
        }
    }

    private static Arguments fault(Fault fault, String law) {
        return arguments(law, fault);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(PlantedEngine::extraTransition, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::skippedGuards, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::wrongTarget, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::lostUnit, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::sentBack, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::backwards, "it_permits_nothing_that_the_definition_does_not_allow"),
                fault(PlantedEngine::stricter, "it_permits_everything_that_the_definition_allows"),
                fault(PlantedEngine::anyRole, "it_lets_no_role_do_more_than_the_definition_allows"),
                fault(PlantedEngine::extraTransition, "it_breaks_no_never_rule"),
                fault(PlantedEngine::passive, "it_takes_each_automatic_step_that_the_definition_wants"),
                fault(PlantedEngine::livingData, "what_it_permits_makes_a_history_that_replays"),
                fault(PlantedEngine::picky, "it_answers_everything_and_never_throws"),
                fault(PlantedEngine::moody, "it_gives_the_same_answer_to_the_same_request"),
                fault(PlantedEngine::mixedReasons, "all_reasons_of_a_refusal_are_of_one_kind_unless_guards_object"),
                fault(PlantedEngine::boastful, "what_it_calls_possible_it_accepts_with_the_right_data"),
                fault(PlantedEngine::modest, "what_it_calls_impossible_it_refuses"),
                fault(PlantedEngine::modest, "what_it_accepts_it_called_possible"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void every_law_finds_a_fault_in_a_few_steps(String law, Fault fault) {
        Planted.fault = fault;

        TestRun run = TestRun.of(Planted.class, law);

        assertThat(run.failed()).containsOnlyKeys(law);
        assertThat(run.steps(law)).as(run.report(law)).isBetween(1, 6);
    }

    /** What threads do to each other is chance, so that there is no short scenario of it. */
    @Test
    void an_engine_that_keeps_a_request_in_a_field_is_found() {
        Planted.fault = PlantedEngine::shared;

        assertThat(TestRun.of(Planted.class, RACE).failed()).containsOnlyKeys(RACE);
    }

    @Test
    void every_law_has_been_seen_to_fail() {
        Stream<String> seen = Stream.concat(faults().map(fault -> (String) fault.get()[0]), Stream.of(RACE));

        assertThat(seen.distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(EngineLaws.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Property.class))
                        .map(method -> method.getName())
                        .toList());
    }

    @Test
    void the_examples_find_faults_too() {
        Planted.fault = PlantedEngine::oneReason;
        assertThat(TestRun.ofNested(Planted.class, EngineContract.ReasonPriority.class)
                        .failed())
                .containsOnlyKeys(
                        "wrong_data_come_before_conditions",
                        "the_reasons_of_all_guards_come_last",
                        "every_condition_that_is_not_met_is_a_reason");

        Planted.fault = PlantedEngine::backwards;
        assertThat(TestRun.ofNested(Planted.class, EngineContract.Alternatives.class)
                        .failed())
                .containsOnlyKeys("alternatives_are_tried_in_the_order_of_the_file");

        Planted.fault = PlantedEngine::new;
        assertThat(TestRun.ofNested(Planted.class, EngineContract.Alternatives.class)
                        .failed())
                .isEmpty();
    }
}
