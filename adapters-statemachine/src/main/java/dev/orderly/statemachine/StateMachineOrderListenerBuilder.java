package dev.orderly.statemachine;

import dev.orderly.workflow.Workflow;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/**
 * A builder of {@link StateMachineOrderListener}. Not thread-safe.
 *
 * @param <S> the type by which listeners and interceptors know statuses
 * @param <E> the type by which they know events
 */
public final class StateMachineOrderListenerBuilder<S, E> {

    private final Workflow workflow;
    private final MachineObservers observers;

    StateMachineOrderListenerBuilder(Workflow workflow, MachineNames names) {
        this.workflow = workflow;
        this.observers = new MachineObservers(names);
    }

    /** A listener, which is called by many threads at once. */
    public StateMachineOrderListenerBuilder<S, E> listener(StateMachineListener<S, E> listener) {
        observers.add(listener);
        return this;
    }

    /** An interceptor, such as one that saves; it is called by many threads at once, and cannot refuse any more. */
    public StateMachineOrderListenerBuilder<S, E> interceptor(StateMachineInterceptor<S, E> interceptor) {
        observers.add(interceptor);
        return this;
    }

    /** A header of each message that has the order's number; interceptors often look for it there. */
    public StateMachineOrderListenerBuilder<S, E> orderHeader(String name) {
        observers.orderHeader(name);
        return this;
    }

    /** The listener, for {@code OrdersBuilder.listener}. */
    public StateMachineOrderListener build() {
        return new StateMachineOrderListener(workflow, observers);
    }
}
