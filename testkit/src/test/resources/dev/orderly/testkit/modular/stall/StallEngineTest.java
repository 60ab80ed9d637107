package stall;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.engine.EngineContract;
import dev.orderly.workflow.Workflow;
import java.util.Map;

class StallEngineTest extends EngineContract {

    @Override
    protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
        return Decider.of(workflow, guards);
    }
}
