package dev.orderly.testkit.engine;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.jqwik.EngineLaws;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of {@link dev.orderly.decision.Engine}. The test of an engine extends this class and says how to
 * make a decider that asks it; it runs the {@linkplain EngineLaws laws} over random scenarios, and the examples of each
 * subject as a nested class. To run one subject alone, extend its contract, such as {@link TimeLimitContract}, in the
 * same way.
 */
public abstract class EngineContract extends EngineLaws {

    @Nested
    class Verdicts extends VerdictContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class Alternatives extends AlternativesContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class ReasonPriority extends ReasonPriorityContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class TimeLimits extends TimeLimitContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class Guards extends GuardContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class Cases extends CaseContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }

    @Nested
    class Availability extends AvailabilityContract {
        @Override
        protected Decider newDecider(Workflow workflow, Map<String, Guard> guards) {
            return EngineContract.this.newDecider(workflow, guards);
        }
    }
}
