package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/** A builder of {@link StateMachineEngine}. Not thread-safe. */
public final class StateMachineEngineBuilder {

    private final Workflow workflow;
    private final Map<String, Guard> guards = new HashMap<>();
    private final List<StateMachineListener<String, String>> listeners = new ArrayList<>();
    private final List<StateMachineInterceptor<String, String>> interceptors = new ArrayList<>();

    StateMachineEngineBuilder(Workflow workflow) {
        this.workflow = workflow;
    }

    /** A condition in code, by the name that the workflow uses for it. */
    public StateMachineEngineBuilder guard(String name, Guard guard) {
        guards.put(name, guard);
        return this;
    }

    /** Conditions in code, by the names that the workflow uses for them. */
    public StateMachineEngineBuilder guards(Map<String, Guard> named) {
        guards.putAll(named);
        return this;
    }

    /**
     * A listener that is called for every step of orders and of their cases, by many threads at once. Spring
     * Statemachine logs what it throws, and nothing changes.
     */
    public StateMachineEngineBuilder listener(StateMachineListener<String, String> listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * An interceptor that is called for every step and can refuse it: by returning null where Spring Statemachine takes
     * that for a refusal, or by throwing a runtime exception from any of its methods. Called by many threads at once;
     * of several, the first added is asked first. It is asked before a transition only where the transition's
     * conditions are met.
     */
    public StateMachineEngineBuilder interceptor(StateMachineInterceptor<String, String> interceptor) {
        interceptors.add(interceptor);
        return this;
    }

    /**
     * The engine.
     *
     * @throws IllegalArgumentException if a guard is missing
     */
    public StateMachineEngine build() {
        return new StateMachineEngine(workflow, Map.copyOf(guards), new MachineObservers(listeners, interceptors));
    }
}
