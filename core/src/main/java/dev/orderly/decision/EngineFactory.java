package dev.orderly.decision;

import dev.orderly.workflow.Workflow;
import java.util.Map;

/** Makes an engine for a workflow, or for the workflow of one of its kinds of cases. Called once for each. */
@FunctionalInterface
public interface EngineFactory {

    /**
     * The engine of a workflow.
     *
     * @param guards the conditions in code that the application has, by the names that workflows use for them; unmodifiable
     */
    Engine engine(Workflow workflow, Map<String, Guard> guards);
}
