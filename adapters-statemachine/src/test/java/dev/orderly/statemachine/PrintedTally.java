package dev.orderly.statemachine;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Prints, when a property has run, which workflows it has tried, and by which seed the same are tried again. */
final class PrintedTally implements AroundPropertyHook {

    /** A test that counts what it tries. */
    interface Tallied {

        WorkflowTally tally();
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        WorkflowTally tally = ((Tallied) context.testInstance()).tally();
        System.out.println(context.label() + ", seed " + result.seed().orElse("unknown") + ": " + tally);
        return result;
    }
}
