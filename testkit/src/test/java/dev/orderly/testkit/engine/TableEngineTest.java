package dev.orderly.testkit.engine;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.workflow.Workflow;
import java.util.Map;

/** The library's own engine. */
class TableEngineTest extends EngineContract {

    @Override
    protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
        return Decider.of(workflow, guards);
    }
}
