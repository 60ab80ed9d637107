package dev.orderly.statemachine;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.StateMachineInterceptor;
import org.springframework.statemachine.transition.Transition;

/**
 * Asks an interceptor that is typed by a shop's own states and events, and only about those: as on a machine of the shop's
 * own, it is not asked about the start, nor about the event of what fires by itself.
 */
record TypedInterceptor(StateMachineInterceptor<Object, Object> interceptor, TypedView view)
        implements StateMachineInterceptor<Object, Object> {

    /** The name of the class that the shop wrote. */
    static String nameOf(StateMachineInterceptor<Object, Object> interceptor) {
        return interceptor instanceof TypedInterceptor typed
                ? typed.interceptor().getClass().getName()
                : interceptor.getClass().getName();
    }

    @Override
    public @Nullable Message<Object> preEvent(Message<Object> message, StateMachine<Object, Object> machine) {
        boolean starts = !view.isKnown(machine.getState());
        return starts || view.of(message) == null ? message : interceptor.preEvent(message, machine);
    }

    @Override
    public @Nullable StateContext<Object, Object> preTransition(StateContext<Object, Object> context) {
        if (!isSeen(context.getTransition())) {
            return context;
        }
        return interceptor.preTransition(view.of(context)) == null ? null : context;
    }

    @Override
    public void preStateChange(
            State<Object, Object> state,
            Message<Object> message,
            Transition<Object, Object> transition,
            StateMachine<Object, Object> machine,
            StateMachine<Object, Object> root) {
        if (isSeen(transition)) {
            interceptor.preStateChange(state, view.of(message), view.of(transition), machine, root);
        }
    }

    @Override
    public void postStateChange(
            State<Object, Object> state,
            Message<Object> message,
            Transition<Object, Object> transition,
            StateMachine<Object, Object> machine,
            StateMachine<Object, Object> root) {
        if (isSeen(transition)) {
            interceptor.postStateChange(state, view.of(message), view.of(transition), machine, root);
        }
    }

    @Override
    public StateContext<Object, Object> postTransition(StateContext<Object, Object> context) {
        if (isSeen(context.getTransition())) {
            interceptor.postTransition(view.of(context));
        }
        return context;
    }

    private boolean isSeen(@Nullable Transition<Object, Object> transition) {
        return transition != null && view.isKnown(transition) && !TypedView.isStart(transition);
    }

    @Override
    public @Nullable Exception stateMachineError(StateMachine<Object, Object> machine, Exception exception) {
        return interceptor.stateMachineError(machine, exception);
    }
}
