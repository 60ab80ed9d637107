package dev.orderly.testkit.jqwik;

import dev.orderly.file.Presets;
import dev.orderly.testkit.Scenario;
import dev.orderly.workflow.Workflow;
import net.jqwik.api.Arbitrary;

/** The presets keep the laws, and so does any workflow in which the checker finds no error. */
class EveryWorkflowTest extends WorkflowLaws {

    @Override
    protected Workflow workflow() {
        return Presets.bookstore();
    }

    @Override
    public Arbitrary<Scenario> scenarios() {
        return Scenarios.ofPresetsAndAnyWorkflow();
    }
}
