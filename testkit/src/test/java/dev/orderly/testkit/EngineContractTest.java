package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract finds what is wrong with an engine, and shows it with a short scenario in a small workflow. */
class EngineContractTest {

    abstract static class Planted extends EngineContract {

        abstract Engine fault(Workflow workflow, Map<String, Guard> guards);

        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.decider(workflow, guards, this::fault);
        }
    }

    static class ExtraTransition extends Planted {
        @Override
        Engine fault(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.extraTransition(workflow, guards);
        }
    }

    static class SkippedGuards extends Planted {
        @Override
        Engine fault(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.skippedGuards(workflow, guards);
        }
    }

    static class WrongTarget extends Planted {
        @Override
        Engine fault(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.wrongTarget(workflow, guards);
        }
    }

    static class AnyRole extends Planted {
        @Override
        Engine fault(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.anyRole(workflow, guards);
        }
    }

    static class Stricter extends Planted {
        @Override
        Engine fault(Workflow workflow, Map<String, Guard> guards) {
            return PlantedEngine.stricter(workflow, guards);
        }
    }

    private static void assertFails(Class<? extends EngineContract> contract, String law) {
        TestRun run = TestRun.of(contract, law);

        assertThat(run.failed()).containsOnlyKeys(law);
        assertThat(run.steps(law)).as(run.report(law)).isBetween(1, 6);
    }

    @Test
    void an_extra_transition_is_found() {
        assertFails(ExtraTransition.class, "it_permits_nothing_that_the_definition_does_not_allow");
    }

    @Test
    void a_skipped_guard_is_found() {
        assertFails(SkippedGuards.class, "it_permits_nothing_that_the_definition_does_not_allow");
    }

    @Test
    void a_wrong_target_is_found() {
        assertFails(WrongTarget.class, "it_permits_nothing_that_the_definition_does_not_allow");
    }

    @Test
    void a_role_that_is_not_checked_is_found() {
        assertFails(AnyRole.class, "it_lets_no_role_do_more_than_the_definition_allows");
    }

    @Test
    void a_refusal_without_a_cause_is_found() {
        assertFails(Stricter.class, "it_permits_everything_that_the_definition_allows");
    }
}
