package dev.orderly.statemachine;

import org.springframework.messaging.Message;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.transition.Transition;

/** Calls a listener that is typed by a shop's own states and events, and only about those. */
record TypedListener(StateMachineListener<Object, Object> listener, TypedView view)
        implements StateMachineListener<Object, Object> {

    @Override
    public void stateChanged(State<Object, Object> from, State<Object, Object> to) {
        if (view.isKnown(to)) {
            listener.stateChanged(view.of(from), to);
        }
    }

    @Override
    public void stateEntered(State<Object, Object> state) {
        if (view.isKnown(state)) {
            listener.stateEntered(state);
        }
    }

    @Override
    public void stateExited(State<Object, Object> state) {
        if (view.isKnown(state)) {
            listener.stateExited(state);
        }
    }

    @Override
    public void eventNotAccepted(Message<Object> event) {
        if (view.of(event) != null) {
            listener.eventNotAccepted(event);
        }
    }

    @Override
    public void transition(Transition<Object, Object> transition) {
        if (view.isKnown(transition)) {
            listener.transition(view.of(transition));
        }
    }

    @Override
    public void transitionStarted(Transition<Object, Object> transition) {
        if (view.isKnown(transition)) {
            listener.transitionStarted(view.of(transition));
        }
    }

    @Override
    public void transitionEnded(Transition<Object, Object> transition) {
        if (view.isKnown(transition)) {
            listener.transitionEnded(view.of(transition));
        }
    }

    @Override
    public void stateMachineStarted(StateMachine<Object, Object> machine) {
        listener.stateMachineStarted(machine);
    }

    @Override
    public void stateMachineStopped(StateMachine<Object, Object> machine) {
        listener.stateMachineStopped(machine);
    }

    @Override
    public void stateMachineError(StateMachine<Object, Object> machine, Exception exception) {
        listener.stateMachineError(machine, exception);
    }

    @Override
    public void extendedStateChanged(Object key, Object value) {
        listener.extendedStateChanged(key, value);
    }

    @Override
    public void stateContext(StateContext<Object, Object> context) {
        if (view.isKnown(context)) {
            listener.stateContext(view.of(context));
        }
    }
}
