package stall;

import dev.orderly.file.Presets;
import dev.orderly.testkit.jqwik.WorkflowLaws;
import dev.orderly.workflow.Workflow;

class StallLaws extends WorkflowLaws {

    @Override
    protected Workflow workflow() {
        return Presets.bookstore();
    }
}
