package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/**
 * A builder of {@link StateMachineEngine}. Not thread-safe.
 *
 * @param <S> the type by which listeners and interceptors know statuses
 * @param <E> the type by which they know events
 */
public final class StateMachineEngineBuilder<S, E> {

    private final Workflow workflow;
    private final Map<String, Guard> guards = new HashMap<>();
    private final MachineObservers observers;

    StateMachineEngineBuilder(Workflow workflow, MachineNames names) {
        this.workflow = workflow;
        this.observers = new MachineObservers(names);
    }

    /** A condition in code, by the name that the workflow uses for it. */
    public StateMachineEngineBuilder<S, E> guard(String name, Guard guard) {
        guards.put(name, guard);
        return this;
    }

    /** Conditions in code, by the names that the workflow uses for them. */
    public StateMachineEngineBuilder<S, E> guards(Map<String, Guard> named) {
        guards.putAll(named);
        return this;
    }

    /**
     * A listener that is called for every step of orders and of their cases, by many threads at once. Spring
     * Statemachine logs what it throws, and nothing changes.
     */
    public StateMachineEngineBuilder<S, E> listener(StateMachineListener<S, E> listener) {
        observers.add(listener);
        return this;
    }

    /**
     * An interceptor that is called for every step and can refuse it: by returning null where Spring Statemachine takes
     * that for a refusal, or by throwing a runtime exception from any of its methods. Called by many threads at once;
     * of several, the first added is asked first. It is asked before a transition only where the transition's
     * conditions are met.
     *
     * <p>All of its methods are called while a step is decided, also where the application only asks: one that saves in
     * {@code preStateChange} or {@code postStateChange} belongs into a {@link StateMachineOrderListener}.
     */
    public StateMachineEngineBuilder<S, E> interceptor(StateMachineInterceptor<S, E> interceptor) {
        observers.add(interceptor);
        return this;
    }

    /** A header of each message that has the order's number; interceptors often look for it there. */
    public StateMachineEngineBuilder<S, E> orderHeader(String name) {
        observers.orderHeader(name);
        return this;
    }

    /**
     * The engine.
     *
     * @throws IllegalArgumentException if a guard is missing
     */
    public StateMachineEngine build() {
        return new StateMachineEngine(workflow, Map.copyOf(guards), observers);
    }
}
