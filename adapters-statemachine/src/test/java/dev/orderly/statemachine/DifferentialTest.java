package dev.orderly.statemachine;

import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.Scenario;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * The library's own engine and Spring Statemachine decide alike. Of random workflows the build tries as many as the
 * POM's {@code differential.tries} says, {@code -Pquick} fewer; {@code -Dtest=DifferentialTest
 * -Ddifferential.tries=100000} more. A failure prints its seed, and {@code @Property(seed = "…")} repeats it.
 */
class DifferentialTest extends EnginesAgree implements PrintedTally.Tallied {

    private final WorkflowTally tally = new WorkflowTally();

    @Override
    Engine table(Workflow workflow, Map<String, Guard> guards) {
        return Engine.table(workflow, guards);
    }

    @Override
    Engine machines(Workflow workflow, Map<String, Guard> guards) {
        return StateMachineEngine.of(workflow, guards);
    }

    @Override
    @Property
    @AddLifecycleHook(PrintedTally.class)
    void both_engines_answer_alike_in_every_random_workflow(@ForAll("anyWorkflow") Scenario scenario) {
        super.both_engines_answer_alike_in_every_random_workflow(scenario);
        tally.add(scenario);
    }

    @Override
    public WorkflowTally tally() {
        return tally;
    }
}
