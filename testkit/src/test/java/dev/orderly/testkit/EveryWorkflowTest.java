package dev.orderly.testkit;

import dev.orderly.file.Presets;
import dev.orderly.workflow.Workflow;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The presets keep the laws, and so does any workflow in which the checker finds no error. */
class EveryWorkflowTest extends WorkflowLaws {

    @Override
    protected Workflow workflow() {
        return Presets.bookstore();
    }

    @Override
    public Arbitrary<Scenario> scenarios() {
        List<Arbitrary<Scenario>> ofPresets = Presets.names().stream()
                .map(name -> Scenarios.of(Presets.find(name).orElseThrow()))
                .toList();
        return Arbitraries.oneOf(Scenarios.anyWorkflow(), Arbitraries.oneOf(ofPresets));
    }
}
